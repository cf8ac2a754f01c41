import { clauseIdsFrom } from '#shared/clauses/index.ts'

const RANGE = 2 ** 32

/** A whole number from 0 up to but not including `below`, all equally likely. Needs no secure context. */
export function drawBelow(below: number): number {
  const usable = RANGE - (RANGE % below)
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn < usable ? drawn % below : drawBelow(below)
}

/** A new permanent clause id. */
export const newClauseId = clauseIdsFrom(drawBelow)
