import type { Node, Slice } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { draftSync, headlessEditor, type DraftSync, type HeadlessEditor } from '#shared/document/index.ts'
import type { NewClauseId } from '#shared/clauses/index.ts'
import type { Rooms } from '#server/rooms/index.ts'
import { Drafter as Line } from '#tests/server/rooms/drafter.ts'
import { readAs } from './checks.ts'
import { TEXT_ID } from './log.ts'
import { standingIn, type Standing } from './units.ts'

/** An editor on a draft. */
export type Desk = Readonly<{ sync: DraftSync; editor: HeadlessEditor }>

/** Opens an editor on a draft; another one than the real may be given, to see that the table notices. */
export type OpenDesk = (doc: Y.Doc, newId: NewClauseId) => Desk

export const openDesk: OpenDesk = (doc, newId) => {
  const sync = draftSync({ doc, newId, pauseMs: 0 })
  return { sync, editor: headlessEditor(sync) }
}

/** What was cut or copied last. */
export type Clipboard = Readonly<{ what: 'words'; slice: Slice }> | Readonly<{ what: 'clauses'; nodes: readonly Node[] }>

/** One person at the table: a line to the room that a test empties, and an editor bound to what comes over it. */
export class Drafter {
  readonly line: Line
  readonly desk: Desk
  clipboard: Clipboard | null = null
  /** What this drafter's Y.Doc held after the last move. */
  standing: Standing
  /** How often the sync changed the editor in answer to the drafter's own act: it could not write what was done. */
  amended = 0

  constructor(line: Line, { newId, open }: Readonly<{ newId: NewClauseId; open: OpenDesk }>) {
    this.line = line
    this.desk = open(line.doc, newId)
    const { editor } = this.desk
    const { dispatch } = editor
    let depth = 0
    editor.dispatch = (transaction) => {
      if (depth > 0) this.amended++
      depth++
      dispatch(transaction)
      depth--
    }
    this.standing = this.look()
  }

  /** Sits down and hears the draft before the editor opens, as the screen does. */
  static async sit(rooms: () => Rooms, { seat, ...parts }: Readonly<{ seat: number; newId: NewClauseId; open: OpenDesk }>): Promise<Drafter> {
    const line = new Line(rooms, { name: `drafter ${seat}`, client: 100 + seat })
    await line.sits(TEXT_ID)
    line.speaks()
    line.listens()
    return new Drafter(line, parts)
  }

  get doc(): Y.Doc {
    return this.line.doc
  }

  /** Compares the editor with the Y.Doc, throwing when they differ, and remembers what stands there. */
  look(): Standing {
    this.standing = standingIn(readAs(this.desk.editor.state.doc, this.doc))
    if (this.amended > 0) throw new Error('the sync could not write what the drafter did')
    return this.standing
  }
}
