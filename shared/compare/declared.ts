import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import type { Declared } from './align.ts'
import type { Couple } from './pairing.ts'
import type { Correction } from './types.ts'

type Clauses = Readonly<{ base: readonly Clause[]; revised: readonly Clause[] }>

/** `corrections` as they hold for two texts, and those that do not: of several about the same clauses the last one holds (AL24). */
export function declaredIn({ base, revised }: Clauses, corrections: readonly Correction[]): Readonly<{ declared: Declared; idle: readonly Correction[] }> {
  const [baseAt, revisedAt] = [placesOf(base), placesOf(revised)]
  const [same, apart]: [Couple[], Couple[]] = [[], []]
  const idle: Correction[] = []
  const judged = new Set<string>()
  const taken = { base: new Set<number>(), revised: new Set<number>() }
  for (const correction of corrections.toReversed()) {
    const [b, r] = [baseAt.get(correction.base), revisedAt.get(correction.revised)]
    const pair = `${b},${r}`
    if (b === undefined || r === undefined || judged.has(pair)) idle.push(correction)
    else if (correction.verdict === 'different') apart.push([b, r])
    else if (taken.base.has(b) || taken.revised.has(r)) idle.push(correction)
    else {
      same.push([b, r])
      taken.base.add(b)
      taken.revised.add(r)
    }
    judged.add(pair)
  }
  return { declared: { same, apart }, idle: idle.reverse() }
}

/** The same, seen from the other side. */
export const mirroredCorrection = ({ base, revised, verdict }: Correction): Correction => ({ base: revised, revised: base, verdict })

/** Should an id stand twice, the first has it. */
const placesOf = (clauses: readonly Clause[]): ReadonlyMap<ClauseId, number> => new Map(clauses.map(({ id }, at) => [id, at] as const).reverse())
