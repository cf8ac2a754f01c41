import { cellsOf, diffWords } from './diff.ts'
import { bodyOf, containersOf, NOWHERE, type Frame, type Frames } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { Sides } from './sides.ts'

/** Beyond this product of sequence lengths equal clauses are left to the search by likeness. */
const MAX_CELLS = 16_000_000

/** Equal keys: the same kind and depth, and the same words but for their endings, signs and spaces. */
function keyOf({ clauses, stems }: Frame, index: number): string {
  const clause = clauses[index]
  return clause === undefined ? '' : `${clause.kind} ${clause.depth} ${stems[index]?.join() ?? ''}`
}

/**
 * Pairs the divisions that are equal word for word, wording directly in them included: those whose words occur once on
 * either side wherever they stand, the others in order. What is in them is pair by pair the same (AL13).
 */
export function pairEqualDivisions({ base, revised }: Sides, pairing: Pairing): void {
  const keys = {
    base: divisionKeys(base, (i) => pairing.revisedOf(i) === FREE),
    revised: divisionKeys(revised, (i) => pairing.baseOf(i) === FREE),
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
  const keys = {
    base: clauseKeys(base, (i) => pairing.revisedOf(i) === FREE),
    revised: clauseKeys(revised, (i) => pairing.baseOf(i) === FREE),
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

type Keys = ReadonlyMap<number, string>

function divisionKeys(frame: Frame, isFree: (index: number) => boolean): Keys {
  const keys = new Map<number, string>()
  for (const division of containersOf(frame)) {
    if (division !== NOWHERE && !isFree(division)) continue
    const { to } = bodyOf(frame, division)
    let key = ''
    for (let i = Math.max(0, division); i < to; i++) key += `${keyOf(frame, i)}\n`
    keys.set(division, key)
  }
  return keys
}

function clauseKeys(frame: Frame, isFree: (index: number) => boolean): Keys {
  const keys = new Map<number, string>()
  for (const i of frame.clauses.keys()) if (isFree(i)) keys.set(i, keyOf(frame, i))
  return keys
}

function onlyOnce(keys: Keys): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
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
function commonInOrder(keys: Readonly<{ base: Keys; revised: Keys }>): (readonly [number, number])[] {
  const [known, others] = [new Set(keys.revised.values()), new Set(keys.base.values())]
  const [base, revised] = [
    [...keys.base].filter(([, key]) => known.has(key)),
    [...keys.revised].filter(([, key]) => others.has(key)),
  ]
  const ids = new Map<string, number>()
  for (const [, key] of base) if (!ids.has(key)) ids.set(key, ids.size)
  const idsOf = (side: readonly (readonly [number, string])[]): number[] => side.map(([, key]) => ids.get(key) ?? 0)
  const [from, to] = [idsOf(base), idsOf(revised)]
  if (cellsOf(from, to) > MAX_CELLS) return []
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
