import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isClauseKind, parseClauseId, type Clause, type Span, type SpanMark } from '#shared/clauses/index.ts'

/** A clause that has not changed is the same node, and is read once. */
const read = new WeakMap<Node, Clause>()

/** The clauses of the page with their words; a clause that nobody touched is the same object. An inline atom counts as one character. */
export function clausesOn({ doc }: EditorState): readonly Clause[] {
  const clauses: Clause[] = []
  doc.forEach((node) => {
    const clause = read.get(node) ?? readClause(node)
    if (clause === null) return
    read.set(node, clause)
    clauses.push(clause)
  })
  return clauses
}

/** The words of a clause's node, one character for each place in it. */
export const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, undefined, '\ufffc')

function readClause(node: Node): Clause | null {
  const { id: raw, kind, depth, number } = node.attrs
  const id = parseClauseId(raw)
  if (id === null) return null
  const text = wordsOf(node)
  return {
    id,
    kind: isClauseKind(kind) ? kind : 'text',
    depth: typeof depth === 'number' ? depth : 0,
    number: typeof number === 'string' ? number : null,
    text,
    spans: MARKS.flatMap((mark) => spansUnder(node, mark)).sort((one, other) => one.from - other.from || one.to - other.to),
  }
}

const MARKS: readonly SpanMark[] = ['em', 'strong']

function spansUnder(node: Node, mark: SpanMark): Span[] {
  const spans: Span[] = []
  node.forEach(({ marks, nodeSize }, from) => {
    if (!marks.some(({ type }) => type.name === mark)) return
    const last = spans.at(-1)
    if (last?.to === from) spans[spans.length - 1] = { ...last, to: from + nodeSize }
    else spans.push({ from, to: from + nodeSize, mark })
  })
  return spans
}
