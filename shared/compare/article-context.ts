import { FREE, type Pairing } from './pairing.ts'
import type { Numbers } from './sides.ts'

const NEIGHBOUR_GAIN = 0.1
const NUMBER_GAIN = 0.06
/** Gaps in which more pairs than this could be made are left. */
const MAX_GAP_PAIRS = 64

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
 * What stands between pairs that are neighbours on both sides, where nothing between has a partner: in each gap the
 * pairs that could be made, those at like places first.
 */
export function gapPairs(units: Units, pairing: Pairing): readonly (readonly (readonly [number, number])[])[] {
  const placeOf = placesOf(units.revised)
  const gaps: (readonly (readonly [number, number])[])[] = []
  let [from, to] = [-1, -1]
  for (let place = 0; place <= units.base.length; place++) {
    const partner = place === units.base.length ? units.revised.length : (placeOf.get(pairing.revisedOf(units.base[place] ?? FREE)) ?? NaN)
    if (Number.isNaN(partner)) continue
    const free = units.revised.slice(to + 1, Math.max(to + 1, partner))
    if (free.every((unit) => pairing.baseOf(unit) === FREE)) gaps.push(crossed(units.base.slice(from + 1, place), free))
    from = place
    to = partner
  }
  return gaps.filter((pairs) => pairs.length > 0)
}

function crossed(base: readonly number[], revised: readonly number[]): readonly (readonly [number, number])[] {
  if (base.length * revised.length > MAX_GAP_PAIRS) return []
  const drift = (i: number, j: number): number => Math.abs(i * revised.length - j * base.length)
  return base
    .flatMap((b, i) => revised.map((r, j) => ({ b, r, drift: drift(i, j) })))
    .sort((one, other) => one.drift - other.drift || one.b - other.b)
    .map(({ b, r }) => [b, r] as const)
}
