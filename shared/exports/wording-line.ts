import type { Clause, ClauseKind } from '#shared/clauses/index.ts'

const LABELS: readonly Readonly<{ pattern: RegExp; kind: ClauseKind; depth: number }>[] = [
  { pattern: /^(\d+[a-z]?)\.\s+/v, kind: 'paragraph', depth: 0 },
  { pattern: /^\((\d+[a-z]?)\)\s+/v, kind: 'paragraph', depth: 0 },
  { pattern: /^\(?([ivx]{2,5}|[iv])\)\s+/v, kind: 'item', depth: 2 },
  { pattern: /^\(?([a-z]{1,2})\)\s+/v, kind: 'subparagraph', depth: 1 },
]

/** One line of an article's wording as a provision, its label read off: "(a) …" is a subparagraph numbered a. */
export function wordingLine(line: string): Pick<Clause, 'kind' | 'depth' | 'number' | 'text'> {
  for (const { pattern, kind, depth } of LABELS) {
    const found = pattern.exec(line)
    if (found !== null) return { kind, depth, number: found[1] ?? null, text: line.slice(found[0].length) }
  }
  return { kind: 'text', depth: 0, number: '', text: line }
}
