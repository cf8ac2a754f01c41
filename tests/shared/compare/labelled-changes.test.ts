import { describe, expect, test } from 'vitest'
import { LABELS, readSample, resolved, type LabelledChange } from '../../../bench/classes/sample.ts'
import { isCorpusAbsent } from '../../../bench/classes/texts.ts'
import { corpusFolder } from '../../../bench/compare/gold.ts'

const [tuning, heldBack] = [readSample('tuning'), readSample('held-back')]
const all = [...tuning, ...heldBack]
const absent = isCorpusAbsent()
if (absent) console.warn(`SKIPPED: no corpus in ${corpusFolder()}; set TRAVAUX_CORPUS to check the labelled changes against their texts`)

const first = (changes: readonly LabelledChange[]): LabelledChange => {
  const change = changes.find(({ base, revised }) => base !== null && revised !== null)
  if (change === undefined) throw new Error('no change has both sides')
  return change
}

describe('the labelled sample of changes', () => {
  test('has at least 300 changes, 25 of each label, a third of all held back', () => {
    expect(all.length).toBeGreaterThanOrEqual(300)
    for (const label of LABELS) expect(all.filter((change) => change.label === label).length).toBeGreaterThanOrEqual(25)
    expect(Math.abs(heldBack.length - all.length / 3)).toBeLessThan(1)
  })

  test('has no change twice', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ pair, form, base, revised }) => JSON.stringify([pair, form, base, revised]))).size).toBe(all.length)
  })

  test('names what carries the substance, and says in few words where one may doubt', () => {
    expect(all.filter(({ label, aspects }) => (label === 'substance') !== aspects.length > 0)).toEqual([])
    expect(all.filter(({ doubtful, why }) => (doubtful === true) !== (why !== undefined))).toEqual([])
    expect(all.filter(({ why = '' }) => why.split(' ').length > 12)).toEqual([])
  })
})

describe.skipIf(absent)('the labelled sample in the corpus', () => {
  test('stands where it was labelled', () => {
    const found = resolved(all)
    expect(found.filter(({ sides }) => sides.base === null && sides.revised === null)).toEqual([])
    const inWords = found.filter(({ form }) => form !== 'label').flatMap(({ sides }) => [sides.base ?? [], sides.revised ?? []].flat())
    expect(inWords.filter(({ before, words, after, clause }) => before + words + after !== clause.text)).toEqual([])
  })

  test('quotes no more than three words of it', () => {
    const quoting = resolved(all).filter(({ why = '', sides }) => {
      const words = why.split(' ')
      const runs = words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '))
      return runs.some((run) => [sides.base, sides.revised].some((side) => side?.clause.text.includes(run)))
    })
    expect(quoting.map(({ id }) => id)).toEqual([])
  })

  test('is refused where a place no longer has its words', () => {
    const change = first(all)
    const moved = { ...change, base: change.base && { ...change.base, clause: change.base.clause + 1 } }
    expect(() => resolved([moved])).toThrow(`${change.id}: clause`)
  })
})
