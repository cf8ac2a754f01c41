import type { LiveChange } from '#client/platform/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'

type Spot = Readonly<{ clauseId: ClauseId; offset: number }>

/**
 * The index of the change after or before the caret on a page whose clauses are `order`; the first or last where there is
 * none further on, or no caret. Null when there is no change.
 */
export function nextChange(changes: readonly LiveChange[], order: readonly ClauseId[], { caret, step }: Readonly<{ caret: Spot | null; step: 1 | -1 }>): number | null {
  if (changes.length === 0) return null
  const placeOf = new Map(order.map((id, place) => [id, place]))
  const here = caret === null ? null : { place: placeOf.get(caret.clauseId) ?? -1, offset: caret.offset }
  const isBeyond = ({ clauseId, offset }: LiveChange): boolean => {
    if (here === null) return true
    const place = clauseId === null ? -1 : (placeOf.get(clauseId) ?? -1)
    return step * (place === here.place ? offset - here.offset : place - here.place) > 0
  }
  const found = step === 1 ? changes.findIndex(isBeyond) : changes.findLastIndex(isBeyond)
  return found >= 0 ? found : step === 1 ? 0 : changes.length - 1
}
