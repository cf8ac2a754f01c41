import type { ClauseKind } from '#shared/clauses/index.ts'
import { cellsOf, diffWords } from './diff.ts'
import { bodyOf, containersOf, NOWHERE, type Frame, type Frames, type Range } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import { Sequences } from './sequences.ts'
import type { Sides } from './sides.ts'

/** Beyond this product of sequence lengths equal clauses are left to the search by likeness. */
const MAX_CELLS = 16_000_000

/** Gives clauses, and divisions with what is in them, a number: the same to equal ones of both sides. */
class Keys {
  readonly #kinds = new Map<ClauseKind, number>()
  readonly #words = new Sequences()
  readonly #clauses = new Sequences()
  readonly #divisions = new Sequences()

  /** Equal: the same kind and depth, and the same words but for their endings, signs and spaces. */
  ofClause({ clauses, stems }: Frame, index: number): number {
    const clause = clauses[index]
    if (clause === undefined) return -1
    let kind = this.#kinds.get(clause.kind)
    if (kind === undefined) this.#kinds.set(clause.kind, (kind = this.#kinds.size))
    return this.#clauses.numberOf(Int32Array.of(kind, clause.depth, this.#words.numberOf(stems[index] ?? NO_STEMS)))
  }

  /** Equal: every clause from the one to the other. */
  ofRange(frame: Frame, { from, to }: Range): number {
    return this.#divisions.numberOf(Int32Array.from({ length: to - from }, (_, i) => this.ofClause(frame, from + i)))
  }
}

const NO_STEMS = new Int32Array()

/**
 * Pairs the divisions that are equal word for word, wording directly in them included: those whose words occur once on
 * either side wherever they stand, the others in order. What is in them is pair by pair the same (AL13).
 */
export function pairEqualDivisions({ base, revised }: Sides, pairing: Pairing): void {
  const numbers = new Keys()
  const keys = {
    base: divisionKeys(base, numbers, (i) => pairing.revisedOf(i) === FREE),
    revised: divisionKeys(revised, numbers, (i) => pairing.baseOf(i) === FREE),
  }
  const pair = (b: number, r: number): void => {
    const length = bodyOf(base, b).to - b
    for (let k = b === NOWHERE ? 1 : 0; k < length; k++) matchEqual({ base, revised }, pairing, [b + k, r + k])
  }
  const [once, twice] = [onlyOnce(keys.base), onlyOnce(keys.revised)]
  for (const [key, b] of once) {
    const r = twice.get(key)
    if (r !== undefined && wordsFrom(base, b) > 0) pair(b, r)
  }
  const isFree = (b: number, r: number): boolean =>
    b === NOWHERE || r === NOWHERE ? b === r : pairing.bothFree(b, r)
  for (const [b, r] of commonInOrder(keys)) if (isFree(b, r)) pair(b, r)
}

/** Pairs what is still free, equal word for word, in the same order, and in divisions that are paired (AL13). */
export function pairEqualLeftovers({ base, revised }: Sides, pairing: Pairing): void {
  const numbers = new Keys()
  const keys = {
    base: clauseKeys(base, numbers, (i) => pairing.revisedOf(i) === FREE),
    revised: clauseKeys(revised, numbers, (i) => pairing.baseOf(i) === FREE),
  }
  for (const [b, r] of commonInOrder(keys)) {
    const [from, to] = [base.home[b] ?? NOWHERE, revised.home[r] ?? NOWHERE]
    // Two articles without a heading are not alike for that.
    const saysSomething = (base.stems[b]?.length ?? 0) > 0 || (base.end[b] === b + 1 && revised.end[r] === r + 1)
    const sameHome = from === NOWHERE || to === NOWHERE ? from === to : pairing.revisedOf(from) === to
    if (from === b ? saysSomething : sameHome) matchEqual({ base, revised }, pairing, [b, r])
  }
}

function matchEqual({ base, revised }: Frames, pairing: Pairing, [b, r]: readonly [number, number]): void {
  if (!pairing.bothFree(b, r)) return
  const hasWords = (base.stems[b]?.length ?? 0) > 0
  const sameText = base.clauses[b]?.text === revised.clauses[r]?.text
  pairing.match(b, r, {
    confidence: hasWords ? 1 : 0.7,
    reason: hasWords ? (sameText ? { rule: 'same-text' } : { rule: 'same-words', share: 1 }) : { rule: 'same-place', share: 1 },
  })
}

type KeyOf = ReadonlyMap<number, number>

function divisionKeys(frame: Frame, numbers: Keys, isFree: (index: number) => boolean): KeyOf {
  const keys = new Map<number, number>()
  for (const division of containersOf(frame))
    if (division === NOWHERE || isFree(division)) keys.set(division, numbers.ofRange(frame, { from: Math.max(0, division), to: bodyOf(frame, division).to }))
  return keys
}

function clauseKeys(frame: Frame, numbers: Keys, isFree: (index: number) => boolean): KeyOf {
  const keys = new Map<number, number>()
  for (const i of frame.clauses.keys()) if (isFree(i)) keys.set(i, numbers.ofClause(frame, i))
  return keys
}

function onlyOnce(keys: KeyOf): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (const [index, key] of keys) {
    if (places.has(key)) repeated.add(key)
    places.set(key, index)
  }
  for (const key of repeated) places.delete(key)
  return places
}

function wordsFrom(frame: Frame, division: number): number {
  let words = 0
  const { to } = bodyOf(frame, division)
  for (let i = Math.max(0, division); i < to; i++) words += frame.stems[i]?.length ?? 0
  return words
}

/** The longest common sequence of equal keys; keys that one side lacks are left out first. */
function commonInOrder(keys: Readonly<{ base: KeyOf; revised: KeyOf }>): (readonly [number, number])[] {
  const [known, others] = [new Set(keys.revised.values()), new Set(keys.base.values())]
  const [base, revised] = [
    [...keys.base].filter(([, key]) => known.has(key)),
    [...keys.revised].filter(([, key]) => others.has(key)),
  ]
  const [from, to] = [base, revised].map((side) => Int32Array.from(side, ([, key]) => key))
  if (from === undefined || to === undefined || cellsOf(from, to) > MAX_CELLS) return []
  const common: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  for (const stretch of diffWords(from, to)) {
    if (stretch.kind === 'kept')
      for (let k = 0; k < stretch.base; k++) {
        const [one, other] = [base[i + k], revised[j + k]]
        if (one !== undefined && other !== undefined) common.push([one[0], other[0]])
      }
    i += stretch.base
    j += stretch.revised
  }
  return common
}
