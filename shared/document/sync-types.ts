import type { Extension, JSONContent } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { ClauseId, ClauseKind, NewClauseId } from '#shared/clauses/index.ts'
import type { Spot } from './model/place.ts'
import type { PutBack } from './recovery/put-back.ts'
import type { RescuedPassage } from './recovery/rescued.ts'
import type { UndoState } from './recovery/undo.ts'
import type { WrittenClause } from './record/written.ts'

/**
 * What an editor is to the sync: a Tiptap or ProseMirror view, or a bare state in a test. `composing`: whether words are being
 * composed in it by an input method.
 */
export type EditorHost = Readonly<{ state: EditorState; dispatch: (transaction: Transaction) => void; composing?: boolean }>

/** A caret or selection as awareness carries it: two places, JSON-safe. */
export type CaretPlaces = Readonly<{ anchor: string; head: string }>

/**
 * `pauseMs`: how long typing may pause and still be undone in one act (500). `kinds`: the clause kinds that are known (all of
 * this program's). `onKept`: called when an act in the editor was refused because something unknown would not have stood as
 * it was (DC16).
 */
export type DraftSyncOptions = Readonly<{ doc: Y.Doc; newId: NewClauseId; pauseMs?: number; kinds?: readonly ClauseKind[]; onKept?: () => void }>

/**
 * One editor bound to one draft. Give `extension` to Tiptap (or `plugin` to ProseMirror) and start the editor with
 * `content()`; from then on editor and Y.Doc show the same (DC7).
 */
export type DraftSync = Readonly<{
  extension: Extension
  plugin: Plugin
  /** The draft as it stands, to start an editor with. */
  content: () => JSONContent
  startDoc: (schema: Schema) => Node
  /** Undoes the last act of this editor, and no other; false when there was none, or the editor shows the same as before. */
  undo: () => boolean
  redo: () => boolean
  /**
   * Called when an act was undone or redone and the editor shows the same as before: others had done so already, or it
   * stands in a clause that was removed since. Returns the way to stop.
   */
  onUnseen: (listener: (way: 'undo' | 'redo') => void) => () => void
  undoState: () => UndoState
  /** Called whenever `undoState` has changed. Returns the way to stop. */
  subscribe: (listener: () => void) => () => void
  /** The words rescued from removed clauses (DC20); the same list until something came that may change them. */
  rescued: () => readonly RescuedPassage[]
  /** Called whenever `rescued` may have changed: read it then, not at once. Returns the way to stop. */
  onRescued: (listener: () => void) => () => void
  /** Puts rescued words back as one act (DC21); the clause that shows them now, null when they are no longer in the tray. */
  putBack: (passage: RescuedPassage, way: PutBack) => ClauseId | null
  /** Which Yjs client wrote which words of each clause; what has not changed is not read again (DC22). */
  written: () => readonly WrittenClause[]
  /** Where `offset` of clause `clauseId` is, as `placeAt`, without reading the draft anew; null when it is not shown. */
  placeAt: (spot: Spot) => Uint8Array | null
  resolvePlace: (place: Uint8Array) => Spot | null
  /** The selection of `state` for awareness; null in an editor that shows no clause yet. */
  caretPlaces: (state: EditorState) => CaretPlaces | null
  /** Document positions of somebody's caret; null while its clause is hidden or when it is none. `raw` is not trusted. */
  caretPositions: (state: EditorState, raw: unknown) => Readonly<{ anchor: number; head: number }> | null
  /** Binds an editor that has no view; returns the way to unbind. With a view the plugin does this. */
  attach: (host: EditorHost) => () => void
  /**
   * Writes to the Y.Doc what the attached editor's transactions since the last call changed, and shows what was held back
   * while words were composed. With a view the plugin does this.
   */
  flush: () => void
  /** Ends undo and every observer. */
  destroy: () => void
}>
