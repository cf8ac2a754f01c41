import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ClauseId } from '#shared/clauses/index.ts'
import { labelledPage } from './labels.ts'

/** What a thread marks on the page: a whole clause, or the words `from`–`to` of it. */
export type ThreadMark = Readonly<{ threadId: string; clauseId: ClauseId; words: Readonly<{ from: number; to: number }> | null }>

type Marked = Readonly<{ marks: readonly ThreadMark[]; drawn: DecorationSet }>

const key = new PluginKey<Marked>('thread-marks')

/** The transaction after which the page shows `marks`. */
export const withThreadMarks = (tr: Transaction, marks: readonly ThreadMark[]): Transaction => tr.setMeta(key, marks).setMeta('addToHistory', false)

/** Marks the words and clauses that open threads are about; a click tells which. */
export const threadMarks = (onChosen: (threadId: string) => void) =>
  Extension.create({
    name: 'threadMarks',
    addProseMirrorPlugins: () => [
      new Plugin<Marked>({
        key,
        state: {
          init: () => ({ marks: [], drawn: DecorationSet.empty }),
          apply: (tr, now, ...[before, state]) => {
            const marks = tr.getMeta(key) as readonly ThreadMark[] | undefined
            // A clause that moved is another piece of the page: what marked it has gone with the old one.
            if (marks !== undefined || hasMoved(before, state)) return { marks: marks ?? now.marks, drawn: draw(state, marks ?? now.marks) }
            return tr.docChanged ? { ...now, drawn: now.drawn.map(tr.mapping, tr.doc) } : now
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.drawn,
          handleClick: (_view, _position, { target }) => {
            const marked = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
            const threadId = marked?.dataset['thread']
            if (threadId !== undefined) onChosen(threadId)
            return false
          },
        },
      }),
    ],
  })

/** Whether clauses came, went or changed places; while only words change, the page keeps its list of clauses. */
const hasMoved = (before: EditorState, after: EditorState): boolean => labelledPage(before)?.clauses !== labelledPage(after)?.clauses

function draw(state: EditorState, marks: readonly ThreadMark[]): DecorationSet {
  const page = labelledPage(state)
  if (page === null) return DecorationSet.empty
  const startOf = new Map(page.clauses.map(({ id }, i) => [id, page.positions[i] ?? 0]))
  const decorations = marks.flatMap(({ threadId, clauseId, words }) => {
    const start = startOf.get(clauseId)
    const node = start === undefined ? null : state.doc.nodeAt(start)
    if (start === undefined || node === null) return []
    if (words === null) return [Decoration.node(start, start + node.nodeSize, { class: 'thread-clause', 'data-thread': threadId })]
    const endOf = (offset: number): number => start + 1 + Math.min(offset, node.content.size)
    return [Decoration.inline(endOf(words.from), endOf(words.to), { class: 'thread-words', 'data-thread': threadId })]
  })
  return DecorationSet.create(state.doc, decorations)
}
