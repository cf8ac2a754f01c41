/*
 * The oracle of likeness by terms: every vector whole, as a map, and the cosine as the books have it.
 */

/** The TF-IDF cosine of any unit of `base` with any of `revised`. */
export function cosinesBySorting(base: readonly Int32Array[], revised: readonly Int32Array[]): (b: number, r: number) => number {
  const all = [...base, ...revised]
  const floor = Math.max(0.1, Math.min(0.3, 6 / all.length))
  const rarity = (term: number): number => Math.log((all.length + 1) / all.filter((unit) => unit.includes(term)).length) + floor
  const vectorOf = (unit: Int32Array): ReadonlyMap<number, number> => {
    const weights = new Map([...new Set(unit)].map((term) => [term, (1 + Math.log(unit.filter((other) => other === term).length)) * rarity(term)]))
    const length = Math.hypot(...weights.values())
    return new Map([...weights].map(([term, weight]) => [term, weight / length]))
  }
  const vectors = { base: base.map(vectorOf), revised: revised.map(vectorOf) }
  return (b, r) => [...(vectors.base[b] ?? [])].reduce((sum, [term, weight]) => sum + weight * (vectors.revised[r]?.get(term) ?? 0), 0)
}
