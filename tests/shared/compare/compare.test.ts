import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseText, compareSteps, compareTexts, revisedText, STAGES, type Comparison, type Progress, type Row } from '#shared/compare/index.ts'
import { article, countingIds, pairArb, rivalsArb, textOf, versionsArb, wildTextArb } from './texts.ts'

const idsOf = (rows: readonly Row[], side: 'base' | 'revised') =>
  rows.flatMap((row) => (row.ghostOf === null && row[side] !== null ? [row[side]] : []))

/** What of a comparison must not depend on which side is called base. */
const pairsOf = ({ rows }: Comparison, side: 'base' | 'revised') =>
  rows
    .filter((row) => row.base !== null && row.revised !== null)
    .map((row) => {
      const [from, to] = side === 'base' ? [row.base, row.revised] : [row.revised, row.base]
      const { confidence, reason, edited, formattingChanged } = row
      return { from, to, moved: row.relation === 'moved', confidence, reason, edited, formattingChanged }
    })
    .sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))

describe('compareTexts', () => {
  test('[AL1] every clause of either side stands in exactly one row, ghosts apart', () => {
    fc.assert(
      fc.property(pairArb, ({ base, revised }) => {
        const { rows } = compareTexts(base, revised)
        expect(idsOf(rows, 'revised')).toEqual(revised.clauses.map(({ id }) => id))
        expect(idsOf(rows, 'base').sort()).toEqual(base.clauses.map(({ id }) => id).sort())
      }),
    )
  })

  test('[AL2] a clause that keeps its id is paired with itself, however far it moved', () => {
    fc.assert(
      fc.property(versionsArb, ({ base, revised }) => {
        const kept = new Set(base.clauses.map(({ id }) => id))
        const { rows } = compareTexts(base, revised)
        const astray = rows.filter((row) => row.revised !== null && kept.has(row.revised) && row.base !== row.revised)
        expect(astray).toEqual([])
      }),
    )
  })

  test('[AL3] swapping the sides swaps every pair and changes nothing else', () => {
    fc.assert(
      fc.property(pairArb, ({ base, revised }) => {
        const there = compareTexts(base, revised)
        const back = compareTexts(revised, base)
        expect(pairsOf(back, 'revised')).toEqual(pairsOf(there, 'base'))
      }),
      { numRuns: 300 },
    )
  })

  test('[AL12] the same two texts give the same result, and it survives JSON', () => {
    fc.assert(
      fc.property(pairArb, ({ base, revised }) => {
        const result = compareTexts(base, revised)
        expect(compareTexts(base, revised)).toEqual(result)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
    )
  })

  test('[AL21] in steps the result is the same, and what is said of progress never falls', () => {
    fc.assert(
      fc.property(pairArb, ({ base, revised }) => {
        const said: Progress[] = []
        const steps = compareSteps(base, revised)
        let step = steps.next()
        for (; step.done !== true; step = steps.next()) said.push(step.value)
        expect(step.value).toEqual(compareTexts(base, revised))
        const shares = said.map(({ share }) => share)
        expect(shares).toEqual(shares.toSorted((one, other) => one - other))
        const stages = said.map(({ stage }) => STAGES.indexOf(stage))
        expect(stages).toEqual(stages.toSorted((one, other) => one - other))
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
      }),
    )
  })

  test('[RL5] a text against itself has no change', () => {
    fc.assert(
      fc.property(wildTextArb(1), (text) => {
        const { rows, changes, summary } = compareTexts(text, text)
        expect(rows.every(({ relation, redline, ghostOf }) => relation === 'kept' && redline === null && ghostOf === null)).toBe(true)
        expect(changes).toEqual([])
        expect(summary.words.struck + summary.words.inserted).toBe(0)
      }),
    )
  })

  test('[RL5] the same text brought in twice, without common ids, has no change of wording', () => {
    fc.assert(
      fc.property(rivalsArb, ({ revised }) => {
        const newId = countingIds(7)
        const again = { ...revised, clauses: revised.clauses.map((clause) => ({ ...clause, id: newId() })) }
        const { rows } = compareTexts(revised, again)
        const full = rows.filter((row) => row.base === null || row.revised === null || row.edited)
        expect(full).toEqual([])
      }),
    )
  })

  test('[RL1, RL2] both texts of every row can be read back from its runs', () => {
    fc.assert(
      fc.property(pairArb, ({ base, revised }) => {
        const was = new Map(base.clauses.map(({ id, text }) => [id, text]))
        const is = new Map(revised.clauses.map(({ id, text }) => [id, text]))
        for (const { base: from, revised: to, redline } of compareTexts(base, revised).rows) {
          const [before, after] = [from && was.get(from), to && is.get(to)]
          const paired = from !== null && to !== null
          expect(redline === null ? before === after : paired).toBe(paired)
          expect(baseText(redline?.runs ?? [])).toBe(redline === null ? '' : before)
          expect(revisedText(redline?.runs ?? [])).toBe(redline === null ? '' : after)
        }
      }),
    )
  })

  test('[AL11] renumbering alone is no change of wording', () => {
    const newId = countingIds(1)
    const base = textOf([...article('Law', 'The law of the forum applies.'), ...article('Costs', 'Each Party bears its own costs.')], newId)
    const revised = { ...base, clauses: [...textOf(article('Purpose', 'The purpose is peace.'), newId).clauses, ...base.clauses] }
    const { rows, summary } = compareTexts(base, revised)
    expect(rows.map(({ relation, relabelled }) => [relation, relabelled])).toEqual([
      ['added', null],
      ['added', null],
      ['kept', { from: 'Article 1', to: 'Article 2', references: 0 }],
      ['kept', null],
      ['kept', { from: 'Article 2', to: 'Article 3', references: 0 }],
      ['kept', null],
    ])
    expect(summary.articles.relabelled).toBe(2)
  })
})
