import { FREE, type Pairing } from './pairing.ts'
import type { Numbers } from './sides.ts'

const NEIGHBOUR_GAIN = 0.1
const NUMBER_GAIN = 0.06
/** So many pairs fit at most between two pairs that say something of what stands between them. */
const MAX_BETWEEN = 3
/** How far a neighbour counts as one. */
const REACH = 3

type Units = Readonly<{ base: readonly number[]; revised: readonly number[] }>

/** What a pair gains from its neighbours being paired, and from its number where numbers have proved to be kept. */
export function contextOf(units: Units, pairing: Pairing, numbers: Numbers): (base: number, revised: number) => number {
  const placeOf = { base: placesOf(units.base), revised: placesOf(units.revised) }
  const partnerPlace = units.base.map((unit) => placeOf.revised.get(pairing.revisedOf(unit)) ?? NaN)
  const sameNumber = (b: number, r: number): boolean => {
    const number = numbers.base[b] ?? ''
    return number !== '' && number === numbers.revised[r]
  }
  // Half trusted before anything is known.
  let [paired, agreeing] = [1, 0.5]
  for (const unit of units.base) {
    const partner = pairing.revisedOf(unit)
    if (partner === FREE) continue
    paired++
    if (sameNumber(unit, partner)) agreeing++
  }
  const trust = agreeing / paired
  return (b, r) => {
    const [place, other] = [placeOf.base.get(b) ?? NaN, placeOf.revised.get(r) ?? NaN]
    let support = 0
    for (let step = 1; step <= REACH; step++) {
      if (Math.abs((partnerPlace[place - step] ?? NaN) - (other - step)) <= REACH - step) support += 1 / step
      if (Math.abs((partnerPlace[place + step] ?? NaN) - (other + step)) <= REACH - step) support += 1 / step
    }
    return NEIGHBOUR_GAIN * Math.min(1, support / 2) + (sameNumber(b, r) ? NUMBER_GAIN * trust : 0)
  }
}

const placesOf = (units: readonly number[]): ReadonlyMap<number, number> =>
  new Map(units.map((unit, place) => [unit, place]))

/**
 * Whether two units stand between the same pairs, where little else could stand: nearest before and after them, and
 * nothing between those has a partner.
 */
export function betweenPairs(units: Units, pairing: Pairing): (base: number, revised: number) => boolean {
  const placeOf = { base: placesOf(units.base), revised: placesOf(units.revised) }
  const partnerPlace = units.base.map((unit) => placeOf.revised.get(pairing.revisedOf(unit)) ?? NaN)
  const taken = new Set(partnerPlace)
  return (b, r) => {
    const [place, other] = [placeOf.base.get(b) ?? NaN, placeOf.revised.get(r) ?? NaN]
    let [before, after] = [place - 1, place + 1]
    while (before >= 0 && Number.isNaN(partnerPlace[before])) before--
    while (after < partnerPlace.length && Number.isNaN(partnerPlace[after])) after++
    const [from, to] = [partnerPlace[before] ?? -1, partnerPlace[after] ?? units.revised.length]
    if (!(from < other && other < to) || (after - before - 1) * (to - from - 1) > MAX_BETWEEN) return false
    for (let i = from + 1; i < to; i++) if (taken.has(i)) return false
    return true
  }
}
