import { isDivision } from '#shared/clauses/index.ts'
import { confidenceOf } from './calibration.ts'
import { bodyOf, NOWHERE, unitOf, type Frame } from './frame.ts'
import { likenessSteps, type Likeness } from './likeness.ts'
import { FREE, type Pairing } from './pairing.ts'
import { sharedWords, termOf } from './shared-words.ts'
import { contextOf, type Context } from './provision-context.ts'
import type { Sides } from './sides.ts'
import { part, type Steps } from './steps.ts'
import type { Reason } from './types.ts'

/**
 * Rounds from the sure to the likely: what a pair must reach inside two paired articles, context counted, and by its
 * words alone across articles. Short provisions wait until the long ones show where they belong. SPEC.md, "Constants".
 */
const ROUNDS = [
  { inside: 0.75, across: 0.8, longOnly: true },
  { inside: 0.75, across: Infinity, longOnly: false },
  { inside: 0.5, across: 0.6, longOnly: false },
  { inside: 0.3, across: 0.5, longOnly: false },
  { inside: 0.22, across: Infinity, longOnly: false },
] as const
/** Across articles the best candidate must be clear of the next one. */
const MARGIN_ACROSS = 0.08
/** Below this likeness of words a common place and number do not make two provisions the same. */
const MIN_LIKENESS = 0.12
/** A stub of so few words must be the same to be paired. */
const STUB_WORDS = 2
const STUB_LIKENESS = 0.8
/** Definitions of terms without a word in common define different things. */
const OTHER_TERM = 0.5
/** Two paired articles with more provisions than this (product) are not tried crosswise. */
const MAX_CROSS = 4_096

type Candidate = Readonly<{ base: number; revised: number; words: number }>

/** A provision with others below it is known by its own words alone when it has as many as these. */
const OWN_WORDS = 12

const NO_STEMS = new Int32Array()

/** Pairs provisions inside paired articles and across articles, by words, parents, neighbours and numbers (AL5). */
export function* alignProvisions(sides: Sides, pairing: Pairing): Steps<void> {
  const units = {
    base: provisionsOf(sides.base).filter((i) => pairing.revisedOf(i) === FREE),
    revised: provisionsOf(sides.revised).filter((i) => pairing.baseOf(i) === FREE),
  }
  // A provision is known by its own words and those of all below it: "Each Party shall:" says nothing.
  const whole = (frame: Frame) => (unit: number) => unitOf(frame, { from: unit, to: frame.end[unit] ?? unit + 1 })
  const likeness = yield* part(likenessSteps(units.base.map(whole(sides.base)), units.revised.map(whole(sides.revised))), 0, 0.15)
  let open = yield* part(candidatesOf(sides, pairing, { units, likeness }), 0.15, 0.6)
  for (const [round, { inside, across, longOnly }] of ROUNDS.entries()) {
    open = open.filter(({ base, revised }) => pairing.bothFree(base, revised))
    const clear = clearOf(open, sides)
    const context = contextOf(sides, pairing)
    const scored: { candidate: Candidate; context: Context }[] = []
    for (const [i, candidate] of open.entries()) {
      if (i % STEP === 0) yield 0.6 + 0.08 * (round + i / open.length)
      const found = context(candidate)
      const isLikely = found.inside
        ? (found.isLong || !longOnly) && candidate.words + found.gain >= inside
        : found.isLong && candidate.words >= across && clear(candidate)
      if (isLikely) scored.push({ candidate, context: found })
    }
    scored.sort(
      (one, other) =>
        other.candidate.words + other.context.gain - one.candidate.words - one.context.gain ||
        one.context.drift - other.context.drift ||
        one.candidate.base - other.candidate.base ||
        one.candidate.revised - other.candidate.revised,
    )
    for (const { candidate, context } of scored)
      if (pairing.bothFree(candidate.base, candidate.revised))
        pairing.match(candidate.base, candidate.revised, {
          confidence: confidenceOf(candidate.words + context.gain),
          reason: reasonOf(candidate, sides),
        })
  }
}

const provisionsOf = ({ clauses }: Frame): number[] =>
  [...clauses.keys()].filter((i) => !isDivision(clauses[i]?.kind ?? 'text'))

/**
 * How alike the own words of two provisions are, on the same scale, where there are enough of them and either has others
 * below it; else 0.
 */
function ownLikeness({ base, revised }: Sides, b: number, r: number): number {
  const [one, other] = [base.stems[b] ?? NO_STEMS, revised.stems[r] ?? NO_STEMS]
  const areLeaves = base.end[b] === b + 1 && revised.end[r] === r + 1
  return areLeaves || Math.min(one.length, other.length) < OWN_WORDS ? 0 : 2 * sharedWords(one, other) - 1
}

type Units = Readonly<{ base: readonly number[]; revised: readonly number[] }>

function* candidatesOf(
  sides: Sides,
  pairing: Pairing,
  { units, likeness }: Readonly<{ units: Units; likeness: Likeness }>,
): Steps<Candidate[]> {
  const { base, revised, lexicon } = sides
  const unitOf = {
    base: new Map(units.base.map((clause, unit) => [clause, unit])),
    revised: new Map(units.revised.map((clause, unit) => [clause, unit])),
  }
  const termsOf = (side: 'base' | 'revised', frame: Frame): (Int32Array | null)[] =>
    units[side].map((unit) => termOf(frame.clauses[unit]?.text ?? '', lexicon))
  const terms = { base: termsOf('base', base), revised: termsOf('revised', revised) }
  const width = units.revised.length
  const nearest = yield* part(likeness.candidateSteps(), 0, 0.5)
  const keys = Array.from(nearest.base, (b, i) => b * width + (nearest.revised[i] ?? 0))
  for (const [homeBase, homeRevised] of pairedHomes(base, revised, pairing)) {
    const [left, right] = [bodyOf(base, homeBase), bodyOf(revised, homeRevised)]
    if ((left.to - left.from) * (right.to - right.from) > MAX_CROSS) continue
    for (let b = left.from; b < left.to; b++)
      for (let r = right.from; r < right.to; r++) {
        const [one, other] = [unitOf.base.get(b), unitOf.revised.get(r)]
        if (one !== undefined && other !== undefined) keys.push(one * width + other)
      }
  }
  yield 0.55
  const sorted = Float64Array.from(keys).sort()
  yield 0.6
  const candidates: Candidate[] = []
  for (let i = 0; i < sorted.length; i++) {
    if (i % STEP === 0) yield 0.6 + (0.4 * i) / sorted.length
    const key = sorted[i] ?? 0
    if (i > 0 && key === sorted[i - 1]) continue
    const [b, r] = [Math.floor(key / width), key % width]
    const [one, other] = [terms.base[b], terms.revised[r]]
    const otherTerm = one && other && sharedWords(one, other) === 0
    const [clause, partner] = [units.base[b] ?? 0, units.revised[r] ?? 0]
    const words = Math.max(likeness.of(b, r), ownLikeness(sides, clause, partner)) * (otherTerm ? OTHER_TERM : 1)
    const fewest = Math.min(base.stems[clause]?.length ?? 0, revised.stems[partner]?.length ?? 0)
    if (words >= (fewest <= STUB_WORDS ? STUB_LIKENESS : MIN_LIKENESS)) candidates.push({ base: clause, revised: partner, words })
  }
  return candidates
}

/** Candidates between two steps. */
const STEP = 1024

function pairedHomes(base: Frame, revised: Frame, pairing: Pairing): (readonly [number, number])[] {
  const homes: (readonly [number, number])[] = [[NOWHERE, NOWHERE]]
  for (const [i, clause] of base.clauses.entries()) {
    const partner = pairing.revisedOf(i)
    if (isDivision(clause.kind) && partner !== FREE && isDivision(revised.clauses[partner]?.kind ?? 'text'))
      homes.push([i, partner])
  }
  return homes
}

/** Whether a candidate's words are clearly likest for both its sides. */
function clearOf(open: readonly Candidate[], { base, revised }: Sides): (candidate: Candidate) => boolean {
  const best = { base: new Best(base.clauses.length), revised: new Best(revised.clauses.length) }
  for (const { base: b, revised: r, words } of open) {
    best.base.note(b, words)
    best.revised.note(r, words)
  }
  return ({ base: b, revised: r, words }) => best.base.isClear(b, words) && best.revised.isClear(r, words)
}

/** The greatest and the second greatest likeness of each clause. */
class Best {
  readonly #first: Float64Array
  readonly #second: Float64Array

  constructor(clauses: number) {
    this.#first = new Float64Array(clauses)
    this.#second = new Float64Array(clauses)
  }

  note(clause: number, words: number): void {
    const first = this.#first[clause] ?? 0
    this.#second[clause] = words > first ? first : Math.max(words, this.#second[clause] ?? 0)
    if (words > first) this.#first[clause] = words
  }

  isClear(clause: number, words: number): boolean {
    const [first, second] = [this.#first[clause] ?? 0, this.#second[clause] ?? 0]
    return words === first && first - second >= MARGIN_ACROSS
  }
}

function reasonOf({ base: b, revised: r }: Candidate, { base, revised }: Sides): Reason {
  if (base.clauses[b]?.text === revised.clauses[r]?.text) return { rule: 'same-text' }
  return { rule: 'same-words', share: sharedWords(base.stems[b] ?? NO_STEMS, revised.stems[r] ?? NO_STEMS) }
}
