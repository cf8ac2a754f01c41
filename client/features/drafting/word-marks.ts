import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ClauseId } from '#shared/clauses/index.ts'
import { labelledPage } from './labels.ts'

/** Words `from`–`to` of a clause, drawn in colour `colour` (0–11) and pattern `pattern`; `voice` is told when one points at them. */
export type WordMark = Readonly<{ clauseId: ClauseId; from: number; to: number; colour: number; pattern: number; voice: number }>

const key = new PluginKey<DecorationSet>('word-marks')

/** The transaction after which the page shows `marks`. */
export const withWordMarks = (tr: Transaction, marks: readonly WordMark[]): Transaction => tr.setMeta(key, marks).setMeta('addToHistory', false)

/** The voice of the marked words that hold `target`, null when it is in none. */
export function voiceAt(target: EventTarget | null): number | null {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-voice]') : null
  const voice = Number(marked?.dataset['voice'] ?? Number.NaN)
  return Number.isInteger(voice) ? voice : null
}

/** Marks words by who wrote them. Between two drawings they are carried along with what is typed. */
export const wordMarks = Extension.create({
  name: 'wordMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, drawn, ...[, state]) => {
          const marks = tr.getMeta(key) as readonly WordMark[] | undefined
          if (marks !== undefined) return draw(state, marks)
          return drawn === DecorationSet.empty ? drawn : drawn.map(tr.mapping, tr.doc)
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

function draw(state: EditorState, marks: readonly WordMark[]): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty
  const page = labelledPage(state)
  const starts = new Map(page?.clauses.map(({ id }, index) => [id, (page.positions[index] ?? 0) + 1]))
  const decorations = marks.flatMap(({ clauseId, from, to, colour, pattern, voice }) => {
    const start = starts.get(clauseId)
    const attrs = { class: 'written-words', 'data-colour': String(colour), 'data-pattern': String(pattern), 'data-voice': String(voice) }
    return start === undefined ? [] : [Decoration.inline(start + from, start + to, attrs)]
  })
  return DecorationSet.create(state.doc, decorations)
}
