import { isDivision, parentsOf, type Clause } from '#shared/clauses/index.ts'
import type { Lexicon, Reading } from './lexicon.ts'
import { finish, Pace, type Steps } from './steps.ts'

/** The outside of all divisions, as a home. */
export const NOWHERE = -1

/**
 * One side of a comparison, laid out for looking things up by index into `clauses`. `parent` is -1 at the top; `end` is
 * the index after a clause's last descendant; `home` is the division that a clause stands in (a division is its own).
 * `stems` are a clause's own words, `passageEnds` after how many of them its passages end; `flow` is the words of all
 * clauses one after the other, so that what any of them hold together is a stretch of it. A division's `body` is the
 * wording directly in it, up to the next division.
 */
export type Frame = Readonly<{
  clauses: readonly Clause[]
  parent: Int32Array
  end: Int32Array
  home: Int32Array
  stems: readonly Int32Array[]
  passageEnds: readonly (readonly number[])[]
  flow: Flow
}>

/** The stems of a whole text; with each but the last, the pair that it makes with the next; and where each clause's begin. */
export type Flow = Unit & Readonly<{ from: Int32Array }>

/** Words in a row: their stems and the pairs of neighbours, one fewer. */
export type Unit = Readonly<{ stems: Int32Array; pairs: Int32Array }>

export type Frames = Readonly<{ base: Frame; revised: Frame }>

export const frameOf = (clauses: readonly Clause[], lexicon: Lexicon): Frame => finish(frameSteps(clauses, lexicon))

/** Letters read in one step. */
const STEP = 50_000

/** `frameOf` in steps. */
export function* frameSteps(clauses: readonly Clause[], lexicon: Lexicon): Steps<Frame> {
  const parent = Int32Array.from(parentsOf(clauses))
  const end = Int32Array.from(clauses, (_, i) => i + 1)
  for (let i = clauses.length - 1; i >= 0; i--) {
    const above = parent[i] ?? -1
    if (above >= 0) end[above] = Math.max(end[above] ?? 0, end[i] ?? 0)
  }
  let division = NOWHERE
  const home = Int32Array.from(clauses, ({ kind }, i) => (division = isDivision(kind) ? i : division))
  const readings: Reading[] = []
  const pace = new Pace(STEP)
  for (const { text } of clauses) {
    readings.push(lexicon.read(text))
    if (pace.isDue(text.length)) yield (0.8 * readings.length) / clauses.length
  }
  const from = new Int32Array(clauses.length + 1)
  for (const [i, { stems }] of readings.entries()) from[i + 1] = (from[i] ?? 0) + stems.length
  const all = new Int32Array(from[clauses.length] ?? 0)
  for (const [i, { stems }] of readings.entries()) all.set(stems, from[i])
  yield 0.9
  return {
    clauses,
    parent,
    end,
    home,
    stems: readings.map(({ stems }) => stems),
    passageEnds: readings.map(({ ends }) => ends),
    flow: { stems: all, pairs: lexicon.pairsOf(all), from },
  }
}

/** What the clauses `from` up to `to` say, as one. */
export const unitOf = ({ flow }: Frame, { from, to }: Range): Unit => stretchOf(flow, flow.from[from] ?? 0, flow.from[to] ?? 0)

/** The words `from` up to `to` of a text. */
export const stretchOf = ({ stems, pairs }: Unit, from: number, to: number): Unit => ({
  stems: stems.subarray(from, to),
  pairs: pairs.subarray(from, Math.max(from, to - 1)),
})

export type Range = Readonly<{ from: number; to: number }>

/** The clauses directly in division `home`, or before all divisions. */
export function bodyOf({ clauses, home }: Frame, division: number): Range {
  const from = division + 1
  let to = from
  while (to < clauses.length && home[to] === division) to++
  return { from, to }
}

/** The divisions that hold wording, and articles without any; `NOWHERE` first when the text opens with wording. */
export function containersOf(frame: Frame): number[] {
  const containers: number[] = []
  for (const [i, clause] of frame.clauses.entries()) {
    if (i === 0 && frame.home[0] === NOWHERE) containers.push(NOWHERE)
    if (!isDivision(clause.kind)) continue
    if (clause.kind === 'article' || frame.home[i + 1] === i) containers.push(i)
  }
  return containers
}

/** The words of each clause and of all below it. */
export function subtreeWords(frame: Frame): Float64Array {
  const words = Float64Array.from(frame.stems, (stems) => stems.length)
  for (let i = words.length - 1; i >= 0; i--) {
    const parent = frame.parent[i] ?? -1
    if (parent >= 0) words[parent] = (words[parent] ?? 0) + (words[i] ?? 0)
  }
  return words
}
