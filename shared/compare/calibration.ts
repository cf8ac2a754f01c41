/**
 * From this confidence on a pair is shown as certain: of such pairs at least 99 in 100 were right on each of the sets
 * that people aligned (SPEC.md, "Constants").
 */
export const CERTAIN_CONFIDENCE = 0.99

/** How many of 100 pairs with a score were right, from score to score; read off the pairs of all four sets. */
const RIGHT: readonly (readonly [score: number, share: number])[] = [
  [0, 0.4],
  [0.2, 0.7],
  [0.3, 0.8],
  [0.35, 0.9],
  [0.4, 0.99],
  [0.8, 0.998],
  [1, 1],
]

/** The share of pairs with this `score` that are right: 0 to 1, and never less for a higher score (AL20). */
export function confidenceOf(score: number): number {
  for (const [i, [to, share]] of RIGHT.entries()) {
    const [from, below] = RIGHT[i - 1] ?? [0, share]
    if (score <= to) return from === to ? share : below + ((share - below) * (score - from)) / (to - from)
  }
  return 1
}
