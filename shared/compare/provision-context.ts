import { isDivision } from '#shared/clauses/index.ts'
import { NOWHERE, type Frame } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { Sides } from './sides.ts'

/** See SPEC.md, "Constants". */
const INSIDE_GAIN = 0.12
const PARENT_GAIN = 0.1
const NEIGHBOUR_GAIN = 0.06
const NUMBER_GAIN = 0.08
const DEPTH_GAIN = 0.03
const ORDER_GAIN = 0.08
/** Provisions shorter than this are too common to be recognised in another article, or by their words alone. */
const LONG_WORDS = 6

/**
 * What speaks for a pair of provisions beside their words. `inside`: both stand in paired divisions, and `gain` counts
 * (parents, neighbours, order, numbers; it may be negative). `drift`: how far their places in them differ.
 */
export type Context = Readonly<{ inside: boolean; isLong: boolean; gain: number; drift: number }>

type Pair = Readonly<{ base: number; revised: number }>

export function contextOf(sides: Sides, pairing: Pairing): (pair: Pair) => Context {
  const { base, revised, numbers } = sides
  const trust = numberTrust(sides, pairing)
  const room = roomOf(sides, pairing)
  return ({ base: b, revised: r }) => {
    const [from, to] = [base.home[b] ?? NOWHERE, revised.home[r] ?? NOWHERE]
    const inside = from === NOWHERE || to === NOWHERE ? from === to : pairing.revisedOf(from) === to
    const isLong = Math.min(wordsBelow(base, b), wordsBelow(revised, r)) >= LONG_WORDS
    if (!inside) return { inside, isLong, gain: 0, drift: 0 }
    let gain = INSIDE_GAIN + parentGain(sides, pairing, { base: b, revised: r })
    if (b > 0 && r > 0 && pairing.revisedOf(b - 1) === r - 1) gain += NEIGHBOUR_GAIN
    if (r + 1 < revised.clauses.length && pairing.revisedOf(b + 1) === r + 1) gain += NEIGHBOUR_GAIN
    const [after, before] = [room.after[b] ?? NOWHERE, room.before[b] ?? Infinity]
    gain += (after < r && r < before ? ORDER_GAIN : -ORDER_GAIN) * (isLong ? 1 : 2)
    const number = numbers.base[b] ?? ''
    if (number !== '' && number === numbers.revised[r]) gain += NUMBER_GAIN * trust
    if (base.clauses[b]?.depth === revised.clauses[r]?.depth) gain += DEPTH_GAIN
    return { inside, isLong, gain, drift: Math.abs(b - from - (r - to)) }
  }
}

function wordsBelow({ stems, end }: Frame, index: number): number {
  let words = 0
  for (let i = index; i < (end[index] ?? 0) && words < LONG_WORDS; i++) words += stems[i]?.length ?? 0
  return words
}

function parentGain({ base, revised }: Sides, pairing: Pairing, { base: b, revised: r }: Pair): number {
  const [from, to] = [base.parent[b] ?? -1, revised.parent[r] ?? -1]
  if (from < 0 || to < 0) return 0
  if (pairing.revisedOf(from) === to) return base.home[b] === from ? 0 : PARENT_GAIN
  return pairing.revisedOf(from) === FREE && pairing.baseOf(to) === FREE ? 0 : -PARENT_GAIN
}

/**
 * For each base provision the room that its paired neighbours leave it in the division that answers its own: behind the
 * partner of the nearest one before it, before that of the nearest one after it.
 */
function roomOf({ base, revised }: Sides, pairing: Pairing): Readonly<{ after: Float64Array; before: Float64Array }> {
  const count = base.clauses.length
  const after = new Float64Array(count).fill(-1)
  const before = new Float64Array(count).fill(Infinity)
  const isAnchor = (i: number, home: number): boolean => {
    const partner = pairing.revisedOf(i)
    if (partner === FREE || base.home[i] !== home || home === i) return false
    const other = revised.home[partner] ?? NOWHERE
    return home === NOWHERE ? other === NOWHERE : pairing.revisedOf(home) === other
  }
  for (let i = 1; i < count; i++)
    if (base.home[i] === base.home[i - 1])
      after[i] = isAnchor(i - 1, base.home[i] ?? NOWHERE) ? pairing.revisedOf(i - 1) : (after[i - 1] ?? -1)
  for (let i = count - 2; i >= 0; i--)
    if (base.home[i] === base.home[i + 1])
      before[i] = isAnchor(i + 1, base.home[i] ?? NOWHERE) ? pairing.revisedOf(i + 1) : (before[i + 1] ?? Infinity)
  return { after, before }
}

/** The share of paired provisions that kept their number; half before anything is known. */
function numberTrust({ base, numbers }: Sides, pairing: Pairing): number {
  let [paired, agreeing] = [1, 0.5]
  for (const [i, clause] of base.clauses.entries()) {
    const partner = pairing.revisedOf(i)
    const number = numbers.base[i] ?? ''
    if (isDivision(clause.kind) || partner === FREE || number === '') continue
    paired++
    if (number === numbers.revised[partner]) agreeing++
  }
  return agreeing / paired
}
