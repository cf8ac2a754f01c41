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

const byKey = (one: readonly unknown[], other: readonly unknown[]): number => (String(one) < String(other) ? -1 : 1)

test('[AL24] clauses declared the same are partners, and those declared different are not', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const { of, idleCorrections } = partners(base, revised, corrections)
      const idle = idleCorrections.map(keyOf)
      const held = corrections.filter((one) => !idle.includes(keyOf(one)))
      const [same, different] = [held.filter(({ verdict }) => verdict === 'same'), held.filter(({ verdict }) => verdict === 'different')]
      const grounds = same.map(({ base: id }) => [of.get(id)?.revised, of.get(id)?.confidence, of.get(id)?.reason])
      expect(grounds).toEqual(same.map(({ revised: id }) => [id, 1, { rule: 'declared' }]))
      expect(different.filter(({ base: id, revised: other }) => of.get(id)?.revised === other)).toEqual([])
    }),
  )
})

test('[AL24] a correction is idle when a clause is gone, or when a later one about its clauses holds', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const { idle } = declaredIn({ base: base.clauses, revised: revised.clauses }, corrections)
      const isGone = (one: Correction): boolean => one.base === strangeId || one.revised === strangeId
      const isOverruled = (one: Correction, at: number): boolean =>
        corrections.slice(at + 1).some((later) => {
          const meets = [later.base === one.base, later.revised === one.revised]
          return meets.every(Boolean) || (meets.some(Boolean) && one.verdict === 'same' && later.verdict === 'same')
        })
      expect(corrections.filter((one) => isGone(one) && !idle.includes(one))).toEqual([])
      expect(corrections.filter((one, at) => !isGone(one) && !isOverruled(one, at) && idle.includes(one))).toEqual([])
    }),
  )
})

test('[AL3, AL24] swapping the sides swaps corrected pairs too', () => {
  fc.assert(
    fc.property(correctedArb, ({ pair: { base, revised }, corrections }) => {
      const there = partners(base, revised, corrections)
      const back = partners(revised, base, corrections.map(mirroredCorrection))
      const pairs = [...there.of.values()].map((row) => [row.base, row.revised]).sort(byKey)
      expect([...back.of.values()].map((row) => [row.revised, row.base]).sort(byKey)).toEqual(pairs)
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
