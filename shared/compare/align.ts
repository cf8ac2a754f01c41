import { isDivision } from '#shared/clauses/index.ts'
import { absorbedProvisions } from './absorbed.ts'
import { alignArticles } from './align-articles.ts'
import { alignDivisions } from './align-divisions.ts'
import { pairEqualDivisions, pairEqualLeftovers } from './align-equal.ts'
import { alignProvisions } from './align-provisions.ts'
import { Pairing, type Couple } from './pairing.ts'
import { sharedPassages, type SharedPassage } from './passages.ts'
import type { Link, Sides } from './sides.ts'
import { finish, part, type Steps } from './steps.ts'

/** The partners, and what hangs together beside them. */
export type Alignment = Readonly<{ pairing: Pairing; likest: readonly Link[]; passages: readonly SharedPassage[] }>

/** What a person said, by index: which clauses are the same, the strongest first, and which are not. */
export type Declared = Readonly<{ same: readonly Couple[]; apart: readonly Couple[] }>

const NOTHING: Declared = { same: [], apart: [] }

/** Pairs the clauses of two texts: first as was declared (AL24), then those that kept their id, then the others by likeness (AL2, AL3). */
export const align = (sides: Sides, declared = NOTHING): Alignment => finish(alignSteps(sides, declared))

/** `align` in steps. */
export function* alignSteps(sides: Sides, { same, apart }: Declared = NOTHING): Steps<Alignment> {
  const { base, revised } = sides
  const pairing = new Pairing(base.clauses.length, revised.clauses.length, apart)
  for (const [b, r] of same) if (pairing.bothFree(b, r)) pairing.match(b, r, { confidence: 1, reason: { rule: 'declared' } })
  const placeOf = new Map(revised.clauses.map((clause, i) => [clause.id, i] as const).reverse())
  for (const [i, clause] of base.clauses.entries()) {
    const partner = placeOf.get(clause.id)
    if (partner === undefined || !pairing.bothFree(i, partner)) continue
    const sameSort = isDivision(clause.kind) === isDivision(revised.clauses[partner]?.kind ?? 'text')
    pairing.match(i, partner, { confidence: sameSort ? 1 : 0.95, reason: { rule: 'same-id' } })
  }
  pairEqualDivisions(sides, pairing)
  yield 0
  const likest = yield* part(alignArticles(sides, pairing), 0, 0.3)
  yield* part(alignProvisions(sides, pairing), 0.3, 0.7)
  yield 0.7
  alignDivisions(sides, pairing)
  yield 0.7
  pairEqualLeftovers(sides, pairing)
  yield 0.7
  const shared = yield* part(sharedPassages(sides, pairing), 0.7, 0.98)
  yield 0.98
  return { pairing, likest, passages: likeliest([...shared, ...absorbedProvisions(sides, pairing)]) }
}

/** Of passages found twice for the same two clauses, what tells more: by their sentences, or by what a neighbour took up. */
function likeliest(passages: readonly SharedPassage[]): readonly SharedPassage[] {
  const sums = new Map<string, SharedPassage>()
  for (const passage of passages) {
    const key = `${passage.base},${passage.revised}`
    const known = sums.get(key)
    if (known === undefined || known.words < passage.words) sums.set(key, passage)
  }
  return [...sums.values()]
}
