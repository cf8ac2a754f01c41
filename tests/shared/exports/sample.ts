import fc from 'fast-check'
import type { ClauseText } from '#shared/clauses/index.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { readClauses, resultOf, sheetOf, type ComparisonJson, type Sheet } from '#shared/exports/index.ts'
import { pairArb } from '../compare/texts.ts'

/** A text as somebody else would give it: articles in one piece, and everything else clause by clause. */
export function asGiven({ clauses }: ClauseText): object {
  return {
    clauses: clauses.map(({ id, kind, text }, index) => ({ id: `x${index}`, kind, label: kind === 'article' ? `Article ${index}` : '', text: kind === 'article' ? `${text}\n1. ${text}\n(a) ${id}` : text })),
  }
}

export const comparedOf = (base: Sheet, revised: Sheet): ComparisonJson => resultOf({ base, revised, comparison: compareTexts(base.text, revised.text) })

/** Comparisons of made-up texts, as Travaux keeps them and as others give them. */
export const resultArb: fc.Arbitrary<Readonly<{ base: Sheet; revised: Sheet; result: ComparisonJson }>> = fc.tuple(pairArb, fc.boolean()).map(([pair, isGiven]) => {
  const [base, revised] = isGiven && pair.base.clauses.length > 0 && pair.revised.clauses.length > 0
    ? [readClauses(asGiven(pair.base), { name: 'base.json', side: 'base' }), readClauses(asGiven(pair.revised), { name: 'revised.json', side: 'revised' })]
    : [sheetOf({ text: pair.base }), sheetOf({ text: pair.revised })]
  return { base, revised, result: comparedOf(base, revised) }
})
