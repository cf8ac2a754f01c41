import { isDivision, type Clause, type ClauseId } from '#shared/clauses/index.ts'

/**
 * An article, another division that holds wording itself, or what stands before all divisions. `clause` is the division's
 * id, or the first clause's where there is none; `from` and `to` are the indexes of the wording directly in it, the heading left out.
 */
export type MapUnit = Readonly<{ clause: ClauseId; hasHeading: boolean; from: number; to: number }>

/** The units of a text in its order; each provision stands in exactly one (MP1). */
export function unitsOf(clauses: readonly Clause[]): readonly MapUnit[] {
  const units: MapUnit[] = []
  for (const [index, { id, kind }] of clauses.entries()) {
    const isHeading = isDivision(kind)
    if (!isHeading && index > 0) continue
    const from = isHeading ? index + 1 : index
    let to = from
    while (to < clauses.length && !isDivision(clauses[to]?.kind ?? 'article')) to++
    if (to > from || kind === 'article') units.push({ clause: id, hasHeading: isHeading, from, to })
  }
  return units
}

/** By the id of a clause, the index of its unit: of the heading, and of what stands in it. */
export function unitPlaces(clauses: readonly Clause[], units: readonly MapUnit[]): ReadonlyMap<ClauseId, number> {
  const places = new Map<ClauseId, number>()
  for (const [unit, { clause, from, to }] of units.entries()) {
    places.set(clause, unit)
    for (const { id } of clauses.slice(from, to)) places.set(id, unit)
  }
  return places
}
