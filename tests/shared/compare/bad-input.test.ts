/*
 * What bad input gets: always a result, from work that grows with the words. Work is counted in steps, each of which is
 * bounded; no clock.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseText } from '#shared/clauses/index.ts'
import { baseText, compareSteps, compareTexts, revisedText, type Comparison } from '#shared/compare/index.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const SLOW = { timeout: 120_000 }

type Counted = Readonly<{ comparison: Comparison; steps: number }>

function counted(base: ClauseText, revised: ClauseText): Counted {
  const steps = compareSteps(base, revised)
  let count = 1
  for (let step = steps.next(); ; step = steps.next(), count++) if (step.done === true) return { comparison: step.value, steps: count }
}

const compared = (base: readonly Sketch[], revised: readonly Sketch[]): Counted => counted(textOf(base, countingIds(1)), textOf(revised, countingIds(2)))

/** Words that follow one another as if at random, the same each time. */
const wordsOf = (count: number, salt: number): string => Array.from({ length: count }, (_, i) => `w${(Math.imul(i + salt, 0x9e3779b1) >>> 8) % 3000}`).join(' ')
const tiny = (count: number, wordOf: (i: number) => string): Sketch[] => Array.from({ length: count }, (_, i) => ({ kind: 'paragraph', text: wordOf(i) }))

/** Signs that show nothing, set direction, combine, or are half a sign; and words of six scripts that differ by them. */
const NASTY = ['\u200b', '\u200d', '\u00ad', '\ufeff', '\u200e', '\u200f', '\u202e', '\u2066', '\u0301', '\u20dd', '\ud83d', '\udc2f', '🐯', '\0', '\u2028', '\r', 'shall', 'sh\u00adall', 'обязан', 'يجوز', 'ي\u200fجوز', '应当', '应\u200b当', 'ＡＢ', 'e\u0301té', 'été', '१२', '٣٠', ' ']
const nastyArb = fc.oneof(fc.array(fc.constantFrom(...NASTY), { maxLength: 14 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 20 }))
const nastyTextArb = (prefix: number) =>
  fc.array(fc.record({ kind: fc.constantFrom('article' as const, 'paragraph' as const, 'text' as const), text: nastyArb }), { maxLength: 8 }).map((sketches) => textOf(sketches, countingIds(prefix)))

test('[AL22] whatever stands in the texts, both read back from the result byte for byte', () => {
  fc.assert(
    fc.property(nastyTextArb(1), nastyTextArb(2), (base, revised) => {
      const textOfId = new Map([...base.clauses, ...revised.clauses].map(({ id, text }) => [id, text]))
      const { rows } = compareTexts(base, revised)
      const drawn = rows.flatMap(({ base: from, revised: to, redline }) => (from === null || to === null || redline === null ? [] : [{ from, to, redline }]))
      for (const { from, to, redline } of drawn) expect([baseText(redline.runs), revisedText(redline.runs)]).toEqual([textOfId.get(from), textOfId.get(to)])
      expect(rows.filter(({ ghostOf, base: from }) => ghostOf === null && from !== null)).toHaveLength(base.clauses.length)
      expect(rows.filter(({ revised: to }) => to !== null)).toHaveLength(revised.clauses.length)
    }),
    { numRuns: 1000 },
  )
})

test('[AL22] empty texts, and texts of empty clauses, are compared like others', () => {
  const blank = textOf(tiny(200, () => ''), countingIds(1))
  const none = textOf([], countingIds(2))
  expect(compareTexts(none, none).rows).toEqual([])
  expect(compareTexts(none, blank).rows.every(({ relation }) => relation === 'added')).toBe(true)
  expect(compareTexts(blank, textOf(tiny(200, () => '\u200b'), countingIds(3))).rows.length).toBeGreaterThanOrEqual(200)
})

test('[AL22] texts in different languages have no clause in common, and each is shown whole', () => {
  const [english, russian] = [
    article('Consent', 'Each Party shall, on request, disclose the data.', 'No Party may refuse on this ground alone.'),
    article('Согласие', 'Каждое Государство-участник раскрывает данные по запросу.', 'Ни одно Государство-участник не может отказать лишь на этом основании.'),
  ]
  const { rows, changes } = compared(english, russian).comparison
  expect(rows.filter(({ base, revised, redline }) => base !== null && revised !== null && redline?.precision === 'word' && redline.runs.some(({ kind, text }) => kind === 'keep' && /\p{L}/v.test(text)))).toEqual([])
  expect(changes.length).toBeGreaterThan(0)
})

test('[AL22, RL9] a clause of 200,000 words is compared word by word where it differs little, and else shown as replaced', SLOW, () => {
  const long = wordsOf(200_000, 1)
  const middle = long.indexOf(' ', long.length / 2)
  const little = compared(article('Long', long), article('Long', `${long.slice(0, middle)} put in between${long.slice(middle)}`))
  expect(little.comparison.rows.map(({ redline }) => redline?.runs.map(({ kind }) => kind))).toEqual([undefined, ['keep', 'insert', 'keep']])
  const much = compared(article('Long', long), article('Long', wordsOf(200_000, 77)))
  expect(much.comparison.caps.wholeClauseRows + much.comparison.rows.filter(({ base, revised }) => base === null || revised === null).length).toBeGreaterThan(0)
  expect(much.steps).toBeLessThan(200)
})

test('[AL23] 50,000 tiny clauses, the same on both sides', SLOW, () => {
  const { comparison, steps } = compared(tiny(50_000, (i) => `item ${i}`), tiny(50_000, (i) => `item ${i}`))
  expect(comparison.rows).toHaveLength(50_000)
  expect(comparison.changes).toEqual([])
  expect(steps).toBeLessThan(1000)
})

const GROWING: readonly (readonly [what: string, base: (i: number) => string, revised: (i: number) => string])[] = [
  ['of the same words', () => 'the same', () => 'the same'],
  ['of other words', (i) => `item x${i} a${i % 97}`, (i) => `thing y${i} b${i % 89}`],
  ['in another order', (i) => `item x${i} of y${i % 211}`, (i) => `item x${(i * 7) % 2003} of y${((i * 7) % 2003) % 211}`],
  ['every other one changed', (i) => `item x${i} of y${i % 211}`, (i) => `item x${i} of y${i % 211}${i % 2 === 0 ? ' more' : ''}`],
]
test.each(GROWING)('[AL23] four times as many tiny clauses %s take no more than six times as many steps', SLOW, (_, base, revised) => {
  const stepsOf = (count: number): number => compared(tiny(count, base), tiny(count - 3, revised)).steps
  const [few, many] = [stepsOf(500), stepsOf(2000)]
  expect(many).toBeLessThan(6 * few)
})
