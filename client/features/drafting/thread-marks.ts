import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ClauseId } from '#shared/clauses/index.ts'
import { foundAtOnce } from './found-at-once.ts'
import { hasMoved } from './labels.ts'

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
            if (hasMoved(before, state)) return { marks: marks ?? now.marks, drawn: draw(state, marks ?? now.marks) }
            const drawn = tr.docChanged ? now.drawn.map(tr.mapping, tr.doc) : now.drawn
            if (marks !== undefined) return { marks, drawn: redraw(state, drawn, marks) }
            return tr.docChanged ? { ...now, drawn } : now
          },
        },
        props: {
          decorations: (state) => foundAtOnce(key.getState(state)?.drawn ?? DecorationSet.empty),
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

const draw = (state: EditorState, marks: readonly ThreadMark[]): DecorationSet => DecorationSet.create(state.doc, decorationsOf(state, marks))

/** `drawn` with only those marks drawn anew that do not stand as they should: to draw all takes longer than a key. */
function redraw(state: EditorState, drawn: DecorationSet, marks: readonly ThreadMark[]): DecorationSet {
  const wanted = new Map(decorationsOf(state, marks).map((mark) => [threadOf(mark), mark]))
  const gone = drawn.find().filter((mark) => {
    const next = wanted.get(threadOf(mark))
    const stands = next?.from === mark.from && next.to === mark.to && next.spec['isWhole'] === mark.spec['isWhole']
    if (stands) wanted.delete(threadOf(mark))
    return !stands
  })
  return drawn.remove(gone).add(state.doc, [...wanted.values()])
}

const threadOf = ({ spec }: Decoration): unknown => spec['threadId']

function decorationsOf({ doc }: EditorState, marks: readonly ThreadMark[]): Decoration[] {
  const standing = new Map<unknown, Readonly<{ node: Node; start: number }>>()
  doc.forEach((node, start) => standing.set(node.attrs['id'], { node, start }))
  return marks.flatMap(({ threadId, clauseId, words }) => {
    const clause = standing.get(clauseId)
    if (clause === undefined) return []
    const { node, start } = clause
    const attributes = { class: words === null ? 'thread-clause' : 'thread-words', 'data-thread': threadId }
    const spec = { threadId, isWhole: words === null }
    if (words === null) return [Decoration.node(start, start + node.nodeSize, attributes, spec)]
    const endOf = (offset: number): number => start + 1 + Math.min(offset, node.content.size)
    return [Decoration.inline(endOf(words.from), endOf(words.to), attributes, spec)]
  })
}
