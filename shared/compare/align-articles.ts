import { bodyOf, containersOf, NOWHERE, type Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { Likeness } from './likeness.ts'
import type { Pairing } from './pairing.ts'
import type { Reason } from './types.ts'

/** See SPEC.md, "Constants", for what each was set on. */
const CERTAIN = 0.5
const CERTAIN_MARGIN = 0.08
const LIKELY = 0.27
const HEADING_GAIN = 0.35
const NEIGHBOUR_GAIN = 0.1
const NUMBER_GAIN = 0.06
const ROUNDS = 2
/** How far a neighbour counts as one. */
const REACH = 3

type Candidate = Readonly<{ base: number; revised: number; body: number; heading: number; score: number }>

export type Sides = Readonly<{ base: Frame; revised: Frame; lexicon: Lexicon; numbers: Numbers }>
/** The printed numbers of clauses, by index, for trusting numbers as far as the certain pairs show that one may. */
export type Numbers = Readonly<{ base: readonly string[]; revised: readonly string[] }>

/** Pairs articles, and other divisions that hold wording, by their words, headings, neighbours and numbers (AL4). */
export function alignArticles({ base, revised, lexicon, numbers }: Sides, pairing: Pairing): void {
  const units = {
    base: containersOf(base).filter((unit) => unit !== NOWHERE),
    revised: containersOf(revised).filter((unit) => unit !== NOWHERE),
  }
  const bodies = new Likeness(wordingsOf(base, units.base), wordingsOf(revised, units.revised), lexicon)
  const headings = new Likeness(headingsOf(base, units.base), headingsOf(revised, units.revised), lexicon)
  const open = candidatesOf(bodies, headings).filter(
    ({ base: b, revised: r }) => pairing.bothFree(at(units.base, b), at(units.revised, r)),
  )
  const accept = (candidate: Candidate, score: number): void => {
    const [b, r] = [at(units.base, candidate.base), at(units.revised, candidate.revised)]
    if (pairing.bothFree(b, r)) pairing.match(b, r, { confidence: Math.min(1, score), reason: reasonOf(candidate) })
  }
  for (const candidate of certain(open)) accept(candidate, candidate.score)
  for (let round = 0; round < ROUNDS; round++) {
    const context = contextOf(units, pairing, numbers)
    const scored = open
      .filter(({ base: b, revised: r }) => pairing.bothFree(at(units.base, b), at(units.revised, r)))
      .map((candidate) => ({ candidate, score: candidate.score + context(candidate.base, candidate.revised) }))
      .sort((one, other) => other.score - one.score)
    const threshold = round < ROUNDS - 1 ? (LIKELY + CERTAIN) / 2 : LIKELY
    for (const { candidate, score } of scored) if (score >= threshold) accept(candidate, score)
  }
}

const at = (units: readonly number[], index: number): number => units[index] ?? NOWHERE

const headingsOf = (frame: Frame, units: readonly number[]): Int32Array[] =>
  units.map((unit) => frame.stems[unit] ?? new Int32Array())

function wordingsOf(frame: Frame, units: readonly number[]): Int32Array[] {
  return units.map((unit) => {
    const { from, to } = bodyOf(frame, unit)
    const stems: number[] = []
    for (let i = from; i < to; i++) stems.push(...(frame.stems[i] ?? []))
    return Int32Array.from(stems)
  })
}

function candidatesOf(bodies: Likeness, headings: Likeness): readonly Candidate[] {
  const keys = new Map<string, readonly [number, number]>()
  for (const pair of [...bodies.candidates(), ...headings.candidates()]) keys.set(pair.join(), pair)
  return [...keys.values()]
    .map(([base, revised]) => {
      const [body, heading] = [bodies.of(base, revised), headings.of(base, revised)]
      return { base, revised, body, heading, score: body + HEADING_GAIN * heading * (1 - body) }
    })
    .sort((one, other) => other.score - one.score || one.base - other.base || one.revised - other.revised)
}

/** The candidates that are the best for both their sides, strong, and clear of the second best. */
function certain(sorted: readonly Candidate[]): readonly Candidate[] {
  const bests = { base: new Map<number, Candidate[]>(), revised: new Map<number, Candidate[]>() }
  for (const candidate of sorted) {
    push(bests.base, candidate.base, candidate)
    push(bests.revised, candidate.revised, candidate)
  }
  const clear = (list: readonly Candidate[] | undefined, candidate: Candidate): boolean =>
    list?.[0] === candidate && candidate.score - (list[1]?.score ?? 0) >= CERTAIN_MARGIN
  return sorted.filter(
    (candidate) =>
      candidate.score >= CERTAIN &&
      clear(bests.base.get(candidate.base), candidate) &&
      clear(bests.revised.get(candidate.revised), candidate),
  )
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else if (list.length < 2) list.push(value)
}

type Units = Readonly<{ base: readonly number[]; revised: readonly number[] }>

/** What a pair gains from its neighbours being paired, and from its number where numbers have proved to be kept. */
function contextOf(units: Units, pairing: Pairing, numbers: Numbers): (base: number, revised: number) => number {
  const placeOf = new Map(units.revised.map((unit, place) => [unit, place]))
  const partnerPlace = units.base.map((unit) => placeOf.get(pairing.revisedOf(unit)) ?? NaN)
  const sameNumber = (b: number, r: number): boolean => {
    const number = numbers.base[at(units.base, b)] ?? ''
    return number !== '' && number === numbers.revised[at(units.revised, r)]
  }
  let [paired, agreeing] = [0, 0]
  for (const [b, r] of partnerPlace.entries()) {
    if (Number.isNaN(r)) continue
    paired++
    if (sameNumber(b, r)) agreeing++
  }
  const trust = paired === 0 ? 0.5 : agreeing / paired
  return (base, revised) => {
    let support = 0
    for (let step = 1; step <= REACH; step++) {
      if (Math.abs((partnerPlace[base - step] ?? NaN) - (revised - step)) <= REACH - step) support += 1 / step
      if (Math.abs((partnerPlace[base + step] ?? NaN) - (revised + step)) <= REACH - step) support += 1 / step
    }
    return NEIGHBOUR_GAIN * Math.min(1, support / 2) + (sameNumber(base, revised) ? NUMBER_GAIN * trust : 0)
  }
}

function reasonOf({ body, heading }: Candidate): Reason {
  if (body >= 0.999) return { rule: 'same-text' }
  if (heading > 0.8 && heading > body) return { rule: 'same-heading', share: heading }
  return { rule: 'same-words', share: body }
}
