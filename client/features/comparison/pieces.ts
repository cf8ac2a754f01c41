import type { Clause, Span, SpanMark } from '#shared/clauses/index.ts'
import type { RedlineRun } from '#shared/compare/index.ts'

/** A stretch of words that looks the same throughout: struck, inserted or kept, with its emphasis. */
export type Piece = Readonly<{ kind: RedlineRun['kind']; text: string; marks: readonly SpanMark[] }>

/**
 * The runs of a redline cut at the borders of emphasis. Struck words carry the emphasis of the base, all others that
 * of the revised clause.
 */
export function piecesOf(runs: readonly RedlineRun[], base: Clause | null, revised: Clause | null): readonly Piece[] {
  const pieces: Piece[] = []
  const at = { base: 0, revised: 0 }
  for (const { kind, text } of runs) {
    const side = kind === 'strike' ? 'base' : 'revised'
    const spans = (kind === 'strike' ? base : revised)?.spans ?? []
    pieces.push(...cut(text, at[side], spans).map((piece) => ({ kind, ...piece })))
    if (kind !== 'insert') at.base += text.length
    if (kind !== 'strike') at.revised += text.length
  }
  return pieces
}

/** A clause that stands on one side only, or is the same on both. */
export const wholePieces = (clause: Clause, kind: RedlineRun['kind']): readonly Piece[] =>
  cut(clause.text, 0, clause.spans).map((piece) => ({ kind, ...piece }))

function cut(text: string, start: number, spans: readonly Span[]): readonly Readonly<{ text: string; marks: readonly SpanMark[] }>[] {
  const end = start + text.length
  const borders = spans.flatMap(({ from, to }) => [from, to]).filter((border) => border > start && border < end)
  const edges = [...new Set([start, ...borders, end])].sort((a, b) => a - b)
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? start
    const marks = spans.filter((span) => span.from < to && span.to > from).map(({ mark }) => mark)
    return from === to ? [] : [{ text: text.slice(from - start, to - start), marks }]
  })
}
