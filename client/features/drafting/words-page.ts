import { useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { DraftSync, RescuedPassage, PutBack, WrittenClause } from '#shared/document/index.ts'
import type { PresentMember } from '#shared/protocol/index.ts'
import type { Spot } from '#shared/records/index.ts'
import type { OpenEditor } from './ClauseEditor.tsx'
import { hearSelection } from './heard-selection.ts'
import { formerCitation, spotAt } from './places.ts'
import { presentMember } from './present.ts'
import { voiceAt, withWordMarks, type WordMark } from './word-marks.ts'

export type { WordMark } from './word-marks.ts'

/** What is given to whoever shows who wrote the words of the page. Each `on…` answers the way to stop. */
export type WordsPage = Readonly<{
  written: () => readonly WrittenClause[]
  /** The Yjs client of this page. */
  ownClient: number
  /** Who is present as a Yjs client, by the server's word; null for nobody. */
  presentAs: (client: number) => PresentMember | null
  onWords: (listener: () => void) => () => void
  caret: () => Spot | null
  onCaret: (listener: () => void) => () => void
  /** The voice of the marked words that the pointer enters, null when it leaves them. */
  onPointed: (listener: (voice: number | null) => void) => () => void
  mark: (marks: readonly WordMark[]) => void
}>

export function useWordsPage({ editor, sync }: OpenEditor, awareness: Awareness): WordsPage {
  return useMemo(
    () => ({
      written: sync.written,
      ownClient: awareness.clientID,
      presentAs: (client) => presentMember(awareness.getStates().get(client)),
      onWords: (listener) => {
        editor.on('update', listener)
        return () => editor.off('update', listener)
      },
      caret: () => spotAt(editor.state, editor.state.selection.head),
      onCaret: (listener) => {
        editor.on('selectionUpdate', listener)
        return () => editor.off('selectionUpdate', listener)
      },
      onPointed: (listener) => {
        const { dom } = editor.view
        const enter = ({ target }: MouseEvent) => listener(voiceAt(target))
        const leave = () => listener(null)
        dom.addEventListener('mouseover', enter)
        dom.addEventListener('mouseleave', leave)
        return () => {
          dom.removeEventListener('mouseover', enter)
          dom.removeEventListener('mouseleave', leave)
        }
      },
      mark: (marks) => {
        if (editor.isDestroyed) return
        hearSelection(editor.view)
        editor.view.dispatch(withWordMarks(editor.state.tr, marks))
      },
    }),
    [editor, sync, awareness],
  )
}

/** What is given to whoever shows the words rescued from removed clauses. */
export type RescuePage = Readonly<{
  passages: DraftSync['rescued']
  onPassages: DraftSync['onRescued']
  /** Where a passage stood: the citation that its clause would have if it came back. */
  placeOf: (passage: RescuedPassage) => string
  /** Puts a passage back and goes to it; false when it no longer was in the tray. */
  putBack: (passage: RescuedPassage, way: PutBack) => boolean
  /** Opens the margin where it is closed. */
  openMargin: () => void
}>

export function useRescuePage({ editor, sync }: OpenEditor, { show, openMargin }: Readonly<{ show: (spot: Spot) => void; openMargin: () => void }>): RescuePage {
  return useMemo(
    () => ({
      passages: sync.rescued,
      onPassages: sync.onRescued,
      placeOf: (passage) => formerCitation(editor.state, passage),
      putBack: (passage, way) => {
        const clauseId = sync.putBack(passage, way)
        if (clauseId !== null) show({ clauseId, offset: 0 })
        return clauseId !== null
      },
      openMargin,
    }),
    [editor, sync, show, openMargin],
  )
}
