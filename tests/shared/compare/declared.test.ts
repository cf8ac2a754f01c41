import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, type Correction } from '#shared/compare/index.ts'
import { declaredIn, mirroredCorrection } from '#shared/compare/declared.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { article, countingIds, pairArb, textOf } from './texts.ts'

const strangeId = countingIds(30)()

const correctedArb = pairArb.chain((pair) =>
  fc.record({
    pair: fc.constant(pair),
    corrections: fc.array(
      fc.record({
        base: fc.constantFrom(strangeId, ...pair.base.clauses.map(({ id }) => id)),
        revised: fc.constantFrom(strangeId, ...pair.revised.clauses.map(({ id }) => id)),
        verdict: fc.constantFrom<Correction['verdict']>('same', 'different'),
      }),
      { maxLength: 6 },
    ),
  }),
)

const keyOf = ({ base, revised, verdict }: Correction): string => `${base} ${revised} ${verdict}`

const partners = (base: ClauseText, revised: ClauseText, corrections: readonly Correction[]) => {
  const result = compareTexts(base, revised, { corrections })
  const rows = result.rows.filter((row) => row.base !== null && row.revised !== null)
  return { ...result, of: new Map(rows.map((row) => [row.base, row])) }
}

test('[AL24] clauses declared the same are partners, and those declared different are not', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const { of, idleCorrections } = partners(base, revised, corrections)
      for (const correction of corrections.filter((one) => !idleCorrections.map(keyOf).includes(keyOf(one)))) {
        const row = of.get(correction.base)
        if (correction.verdict === 'same') expect([row?.revised, row?.confidence, row?.reason]).toEqual([correction.revised, 1, { rule: 'declared' }])
        else expect(row?.revised).not.toBe(correction.revised)
      }
    }),
  )
})

test('[AL24] a correction is idle when a clause is gone, or when a later one about its clauses holds', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const { idle } = declaredIn({ base: base.clauses, revised: revised.clauses }, corrections)
      for (const [at, correction] of corrections.entries()) {
        const { base: b, revised: r, verdict } = correction
        const isGone = b === strangeId || r === strangeId
        const overruled = corrections.slice(at + 1).some((later) => (later.base === b && later.revised === r) || (verdict === 'same' && later.verdict === 'same' && (later.base === b || later.revised === r)))
        if (isGone) expect(idle).toContain(correction)
        else if (!overruled) expect(idle).not.toContain(correction)
      }
    }),
  )
})

test('[AL3, AL24] swapping the sides swaps corrected pairs too', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const there = partners(base, revised, corrections)
      const back = partners(revised, base, corrections.map(mirroredCorrection))
      const pairs = [...there.of.values()].map((row) => [row.base, row.revised]).sort()
      expect([...back.of.values()].map((row) => [row.revised, row.base]).sort()).toEqual(pairs)
      expect(back.idleCorrections.map(mirroredCorrection)).toEqual(there.idleCorrections)
    }),
  )
})

test('[AL24] what follows from a correction follows: provisions go with the articles that were linked by hand', () => {
  const base = textOf(article('Jurisdiction', 'Each Party shall establish its jurisdiction.'), countingIds(1))
  const revised = textOf([...article('Asylum', 'No one shall be returned.'), ...article('Competence', 'The courts are competent.')], countingIds(2))
  const ids = { base: base.clauses[0]?.id ?? strangeId, revised: revised.clauses[2]?.id ?? strangeId }
  expect(partners(base, revised, []).of.get(ids.base)?.revised).not.toBe(ids.revised)
  expect(partners(base, revised, [{ ...ids, verdict: 'same' }]).of.get(ids.base)?.revised).toBe(ids.revised)
})
