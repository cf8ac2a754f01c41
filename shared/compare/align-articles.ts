import { contextOf, gapPairs } from './article-context.ts'
import { confidenceOf } from './calibration.ts'
import { bodyOf, containersOf, NOWHERE, unitOf, type Frame, type Unit } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { likenessSteps, type Likeness } from './likeness.ts'
import { FREE, type Pairing } from './pairing.ts'
import { containedIn, sharedWords, termOf } from './shared-words.ts'
import { part, type Steps } from './steps.ts'
import type { Link, Sides } from './sides.ts'
import type { Reason } from './types.ts'

/** See SPEC.md, "Constants", for what each was set on. */
const CERTAIN = 0.5
const CERTAIN_MARGIN = 0.08
const LIKELY = 0.29
const HEADING_GAIN = 0.35
const BEARS_OUT = 0.12
const UNLIKE_HEADING = 0.85
/** Enough for the only two that stand between the same pairs. */
const BETWEEN = 0.12
const MAX_BETWEEN = 3
/** A text has one article of definitions at most, and it answers the other's, whatever either defines. */
const MIN_DEFINITIONS = 2
const DEFINITIONS = 0.9
const LINK_MARGIN = 0.1
const CONTAINED = 0.7
const CONTAINED_WORDS = 20
/** What a pair must reach, neighbours and numbers counted, round by round. */
const ROUNDS = [(LIKELY + CERTAIN) / 2, LIKELY] as const

/** Candidates between two steps. */
const STEP = 1024

type Candidate = Readonly<{ base: number; revised: number; body: number; heading: number; score: number }>

/**
 * Pairs articles, and other divisions that hold wording, by their words, headings, neighbours and numbers (AL4). What
 * is left without a partner, but is clearly likest to one that has another, is returned as links (AL10).
 */
export function* alignArticles({ base, revised, lexicon, numbers }: Sides, pairing: Pairing): Steps<readonly Link[]> {
  const all = { base: divisionsWithWording(base), revised: divisionsWithWording(revised) }
  const isFree = {
    base: (unit: number) => pairing.revisedOf(unit) === FREE,
    revised: (unit: number) => pairing.baseOf(unit) === FREE,
  }
  const units = { base: all.base.filter(isFree.base), revised: all.revised.filter(isFree.revised) }
  const bodies = yield* part(likenessSteps(units.base.map((unit) => bodyIn(base, unit)), units.revised.map((unit) => bodyIn(revised, unit))), 0, 0.3)
  const headings = yield* part(likenessSteps(units.base.map((unit) => headingIn(base, unit)), units.revised.map((unit) => headingIn(revised, unit))), 0.3, 0.4)
  const open = yield* part(candidatesOf({ bodies, headings }, units), 0.4, 0.9)
  yield 0.95
  const accept = (candidate: Candidate, score: number): void => {
    const { base: b, revised: r } = candidate
    if (pairing.bothFree(b, r)) pairing.match(b, r, { confidence: confidenceOf(score), reason: reasonOf(candidate, { base, revised }) })
  }
  const lead = { base: leadsOf(open, 'base'), revised: leadsOf(open, 'revised') }
  for (const candidate of open)
    if (candidate.score >= CERTAIN && Math.min(lead.base(candidate), lead.revised(candidate)) >= CERTAIN_MARGIN)
      accept(candidate, candidate.score)
  for (const threshold of ROUNDS) {
    const context = contextOf(all, pairing, numbers)
    const scored = open
      .filter((candidate) => pairing.bothFree(candidate.base, candidate.revised))
      .map((candidate) => ({ candidate, score: candidate.score + context(candidate.base, candidate.revised) }))
      .sort((one, other) => other.score - one.score)
    for (const { candidate, score } of scored) if (score >= threshold) accept(candidate, score)
  }
  const defining = { base: definitionsOf(base, lexicon), revised: definitionsOf(revised, lexicon) }
  if (defining.base !== null && defining.revised !== null && pairing.bothFree(defining.base, defining.revised))
    pairing.match(defining.base, defining.revised, { confidence: DEFINITIONS, reason: { rule: 'same-purpose' } })
  const unitOf = { base: new Map(units.base.map((clause, unit) => [clause, unit])), revised: new Map(units.revised.map((clause, unit) => [clause, unit])) }
  const context = contextOf(all, pairing, numbers)
  for (const gap of gapPairs(all, pairing)) {
    const scored = gap
      .map(([b, r]) => candidateOf({ bodies, headings }, units, [unitOf.base.get(b) ?? 0, unitOf.revised.get(r) ?? 0]))
      .map((candidate) => ({ candidate, score: candidate.score + context(candidate.base, candidate.revised) }))
      .filter(({ candidate, score }) => score >= LIKELY || (gap.length <= MAX_BETWEEN && candidate.body >= BETWEEN))
      .sort((one, other) => other.score - one.score)
    for (const { candidate, score } of scored) accept(candidate, score)
  }
  return open
    .filter(
      (candidate) =>
        (isFree.base(candidate.base) && lead.base(candidate) >= LINK_MARGIN) ||
        (isFree.revised(candidate.revised) && lead.revised(candidate) >= LINK_MARGIN),
    )
    .flatMap(({ base: b, revised: r }): Link[] => {
      const [one, other] = [bodyIn(base, b), bodyIn(revised, r)]
      const shares = [containedIn(one, other), containedIn(other, one)] as const
      const isContained = (share: number, { stems }: Unit): boolean => share >= CONTAINED && stems.length >= CONTAINED_WORDS
      return isContained(shares[0], one) || isContained(shares[1], other) ? [{ base: b, revised: r, shares }] : []
    })
}

/** The article whose provisions mostly define terms, when the text has one such. */
function definitionsOf(frame: Frame, lexicon: Lexicon): number | null {
  const found = divisionsWithWording(frame).filter((unit) => {
    const { from, to } = bodyOf(frame, unit)
    const definitions = frame.clauses.slice(from, to).filter(({ text }) => termOf(text, lexicon) !== null).length
    return definitions >= MIN_DEFINITIONS && definitions * 2 >= to - from
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

const divisionsWithWording = (frame: Frame): number[] => containersOf(frame).filter((unit) => unit !== NOWHERE)

const headingIn = (frame: Frame, unit: number): Unit => unitOf(frame, { from: unit, to: unit + 1 })
const bodyIn = (frame: Frame, unit: number): Unit => unitOf(frame, bodyOf(frame, unit))

type Likenesses = Readonly<{ bodies: Likeness; headings: Likeness }>
type Units = Readonly<{ base: readonly number[]; revised: readonly number[] }>

/** All candidates, the likest first. */
function* candidatesOf({ bodies, headings }: Likenesses, units: Units): Steps<readonly Candidate[]> {
  const [byBody, byHeading] = [yield* part(bodies.candidateSteps(), 0, 0.6), yield* part(headings.candidateSteps(), 0.6, 0.8)]
  const width = units.revised.length
  const keys = new Float64Array(byBody.base.length + byHeading.base.length)
  for (let i = 0; i < byBody.base.length; i++) keys[i] = (byBody.base[i] ?? 0) * width + (byBody.revised[i] ?? 0)
  for (let i = 0; i < byHeading.base.length; i++) keys[byBody.base.length + i] = (byHeading.base[i] ?? 0) * width + (byHeading.revised[i] ?? 0)
  keys.sort()
  const candidates: Candidate[] = []
  for (let i = 0; i < keys.length; i++) {
    if (i % STEP === 0) yield 0.8 + (0.2 * i) / keys.length
    const key = keys[i] ?? 0
    if (i === 0 || key !== keys[i - 1]) candidates.push(candidateOf({ bodies, headings }, units, [Math.floor(key / width), key % width]))
  }
  yield 1
  return candidates.sort((one, other) => other.score - one.score || one.base - other.base || one.revised - other.revised)
}

function candidateOf({ bodies, headings }: Likenesses, units: Units, [b, r]: readonly [number, number]): Candidate {
  const [body, heading] = [bodies.of(b, r), headings.of(b, r)]
  const [speak, areHeaded] = [bodies.bothSpeak(b, r), headings.bothSpeak(b, r)]
  const borneOut = speak ? Math.min(1, body / BEARS_OUT) : 1
  const score = (areHeaded && heading === 0 ? UNLIKE_HEADING : 1) * body + HEADING_GAIN * Math.sqrt(heading) * borneOut * (1 - body)
  return { base: units.base[b] ?? 0, revised: units.revised[r] ?? 0, body, heading, score }
}

/** By how much a candidate is the likest of its unit on `side`; nothing when it is not the likest. */
function leadsOf(sorted: readonly Candidate[], side: 'base' | 'revised'): (candidate: Candidate) => number {
  const leads = new Map<number, { first: Candidate; lead: number }>()
  for (const candidate of sorted) {
    const best = leads.get(candidate[side])
    if (best === undefined) leads.set(candidate[side], { first: candidate, lead: candidate.score })
    else best.lead = Math.min(best.lead, best.first.score - candidate.score)
  }
  return (candidate) => {
    const best = leads.get(candidate[side])
    return best?.first === candidate ? best.lead : 0
  }
}

type Frames = Readonly<{ base: Frame; revised: Frame }>

function reasonOf({ base: b, revised: r, body, heading }: Candidate, { base, revised }: Frames): Reason {
  const headings = sharedWords(headingIn(base, b).stems, headingIn(revised, r).stems)
  const bodies = sharedWords(bodyIn(base, b).stems, bodyIn(revised, r).stems)
  return heading > body && headings > bodies ? { rule: 'same-heading', share: headings } : { rule: 'same-words', share: bodies }
}
