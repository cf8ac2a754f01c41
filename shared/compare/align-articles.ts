import { bodyOf, containersOf, NOWHERE, type Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { Likeness } from './likeness.ts'
import { FREE, type Pairing } from './pairing.ts'
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
  const all = { base: divisionsWithWording(base), revised: divisionsWithWording(revised) }
  const units = {
    base: all.base.filter((unit) => pairing.revisedOf(unit) === FREE),
    revised: all.revised.filter((unit) => pairing.baseOf(unit) === FREE),
  }
  const bodies = new Likeness(wordingsOf(base, units.base), wordingsOf(revised, units.revised), lexicon)
  const headings = new Likeness(headingsOf(base, units.base), headingsOf(revised, units.revised), lexicon)
  const open = candidatesOf({ bodies, headings }, units)
  const accept = (candidate: Candidate, score: number): void => {
    const { base: b, revised: r } = candidate
    if (pairing.bothFree(b, r)) pairing.match(b, r, { confidence: score, reason: reasonOf(candidate) })
  }
  for (const candidate of certain(open)) accept(candidate, candidate.score)
  for (let round = 0; round < ROUNDS; round++) {
    const context = contextOf(all, pairing, numbers)
    const scored = open
      .filter(({ base: b, revised: r }) => pairing.bothFree(b, r))
      .map((candidate) => ({ candidate, score: candidate.score + context(candidate.base, candidate.revised) }))
      .sort((one, other) => other.score - one.score)
    const threshold = round < ROUNDS - 1 ? (LIKELY + CERTAIN) / 2 : LIKELY
    for (const { candidate, score } of scored) if (score >= threshold) accept(candidate, score)
  }
}

const divisionsWithWording = (frame: Frame): number[] => containersOf(frame).filter((unit) => unit !== NOWHERE)

type Units = Readonly<{ base: readonly number[]; revised: readonly number[] }>
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

type Likenesses = Readonly<{ bodies: Likeness; headings: Likeness }>

function candidatesOf({ bodies, headings }: Likenesses, units: Units): readonly Candidate[] {
  const keys = new Map<string, readonly [number, number]>()
  for (const pair of [...bodies.candidates(), ...headings.candidates()]) keys.set(pair.join(), pair)
  return [...keys.values()]
    .map(([b, r]) => {
      const [body, heading] = [bodies.of(b, r), headings.of(b, r)]
      const score = body + HEADING_GAIN * heading * (1 - body)
      return { base: units.base[b] ?? 0, revised: units.revised[r] ?? 0, body, heading, score }
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

/** What a pair gains from its neighbours being paired, and from its number where numbers have proved to be kept. */
function contextOf(units: Units, pairing: Pairing, numbers: Numbers): (base: number, revised: number) => number {
  const placeOf = { base: placesOf(units.base), revised: placesOf(units.revised) }
  const partnerPlace = units.base.map((unit) => placeOf.revised.get(pairing.revisedOf(unit)) ?? NaN)
  const sameNumber = (b: number, r: number): boolean => {
    const number = numbers.base[b] ?? ''
    return number !== '' && number === numbers.revised[r]
  }
  let [paired, agreeing] = [1, 0.5]
  for (const unit of units.base) {
    const partner = pairing.revisedOf(unit)
    if (partner === FREE) continue
    paired++
    if (sameNumber(unit, partner)) agreeing++
  }
  const trust = agreeing / paired
  return (b, r) => {
    const [place, other] = [placeOf.base.get(b) ?? NaN, placeOf.revised.get(r) ?? NaN]
    let support = 0
    for (let step = 1; step <= REACH; step++) {
      if (Math.abs((partnerPlace[place - step] ?? NaN) - (other - step)) <= REACH - step) support += 1 / step
      if (Math.abs((partnerPlace[place + step] ?? NaN) - (other + step)) <= REACH - step) support += 1 / step
    }
    return NEIGHBOUR_GAIN * Math.min(1, support / 2) + (sameNumber(b, r) ? NUMBER_GAIN * trust : 0)
  }
}

const placesOf = (units: readonly number[]): ReadonlyMap<number, number> =>
  new Map(units.map((unit, place) => [unit, place]))

function reasonOf({ body, heading }: Candidate): Reason {
  if (body >= 0.999) return { rule: 'same-text' }
  if (heading > 0.8 && heading > body) return { rule: 'same-heading', share: heading }
  return { rule: 'same-words', share: body }
}
