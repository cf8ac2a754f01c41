import { Bisection, type Box } from './bisection.ts'
import { finish, type Steps } from './steps.ts'

/**
 * A stretch of two word sequences: `kept` has the same number of words on both sides, `changed` strikes `base` words
 * and inserts `revised` words (one of the two may be 0). Kept and changed stretches alternate.
 */
export type Stretch = { kind: 'kept' | 'changed'; base: number; revised: number }

/** Words by their numbers, 0 or more. */
export type Numbered = ArrayLike<number>

/**
 * The least edit from `base` to `revised`: Myers' O(ND) algorithm in linear space (1986). Of several least edits one with
 * few stretches: a lone strike or insertion takes in a kept stretch that it repeats (as diff-match-patch does).
 */
export const diffWords = (base: Numbered, revised: Numbered): Stretch[] => finish(diffSteps(base, revised))

/** `diffWords` in steps. */
export function* diffSteps(base: Numbered, revised: Numbered): Steps<Stretch[]> {
  const partners = yield* partnersOf(Int32Array.from(base), Int32Array.from(revised))
  return withFewStretches(stretchesOf(partners, revised.length), base, revised)
}

/** For each word of `base` the word of `revised` that it is kept as, or -1. */
function* partnersOf(base: Int32Array, revised: Int32Array): Steps<Int32Array> {
  const partners = new Int32Array(base.length).fill(-1)
  const bisection = new Bisection(base, revised)
  const boxes: Box[] = [{ i: 0, iEnd: base.length, j: 0, jEnd: revised.length }]
  for (let box = boxes.pop(); box !== undefined; box = boxes.pop()) {
    let { i, iEnd, j, jEnd } = box
    while (i < iEnd && j < jEnd && base[i] === revised[j]) partners[i++] = j++
    while (iEnd > i && jEnd > j && base[iEnd - 1] === revised[jEnd - 1]) partners[--iEnd] = --jEnd
    if (i === iEnd || j === jEnd) continue
    bisection.begin({ i, iEnd, j, jEnd })
    while (!bisection.advance()) yield i / base.length
    const { meeting } = bisection
    if (meeting !== null) boxes.push({ i: meeting.i, iEnd, j: meeting.j, jEnd }, { i, iEnd: meeting.i, j, jEnd: meeting.j })
  }
  return partners
}

function stretchesOf(partners: Int32Array, revisedLength: number): Stretch[] {
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < partners.length || j < revisedLength) {
    const [from, to] = [i, j]
    while (i < partners.length && partners[i] === j) {
      i++
      j++
    }
    if (i > from) stretches.push({ kind: 'kept', base: i - from, revised: j - to })
    const [struckFrom, insertedFrom] = [i, j]
    while (i < partners.length && partners[i] === -1) i++
    j = i < partners.length ? (partners[i] ?? j) : revisedLength
    if (i > struckFrom || j > insertedFrom) stretches.push({ kind: 'changed', base: i - struckFrom, revised: j - insertedFrom })
  }
  return stretches
}

/** Moves lone strikes and insertions over a kept stretch beside them that they end or begin with, until none can be. */
function withFewStretches(stretches: Stretch[], base: Numbered, revised: Numbered): Stretch[] {
  let drawn = stretches
  for (let shifted = shiftedOnce(drawn, base, revised); shifted !== null; shifted = shiftedOnce(drawn, base, revised)) drawn = shifted
  return drawn
}

function shiftedOnce(stretches: readonly Stretch[], base: Numbered, revised: Numbered): Stretch[] | null {
  const drawn: Stretch[] = []
  let [i, j, isShifted] = [0, 0, false]
  for (let k = 0; k < stretches.length; k++) {
    const stretch = stretches[k]
    const [before, after] = [drawn.at(-1), stretches[k + 1]]
    if (stretch === undefined) break
    const lone = stretch.kind === 'changed' && before?.kind === 'kept' && after?.kind === 'kept' ? (stretch.base === 0 ? revised : stretch.revised === 0 ? base : null) : null
    const [from, length] = [lone === base ? i : j, stretch.base + stretch.revised]
    i += stretch.base
    j += stretch.revised
    if (lone === null || before === undefined || after === undefined) {
      add(drawn, stretch)
      continue
    }
    const [lead, trail] = [before.base, after.base]
    if (lead <= length && isSame(lone, { at: from - lead, other: from + length - lead, count: lead })) {
      drawn.pop()
      add(drawn, stretch)
      add(drawn, { kind: 'kept', base: lead, revised: lead })
      isShifted = true
    } else if (trail <= length && isSame(lone, { at: from, other: from + length, count: trail })) {
      add(drawn, { kind: 'kept', base: trail, revised: trail })
      add(drawn, stretch)
      i += trail
      j += trail
      k++
      isShifted = true
    } else add(drawn, stretch)
  }
  return isShifted ? drawn : null
}

function isSame(words: Numbered, { at, other, count }: Readonly<{ at: number; other: number; count: number }>): boolean {
  for (let k = 0; k < count; k++) if (words[at + k] !== words[other + k]) return false
  return true
}

/** Adds a copy of `stretch`, joined to the last one if that is of its kind. */
function add(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1)
  if (last?.kind === stretch.kind) {
    last.base += stretch.base
    last.revised += stretch.revised
  } else stretches.push({ ...stretch })
}

/** The size of the search: the product of the two sides' words between their common beginning and end. */
export function cellsOf(base: Numbered, revised: Numbered): number {
  const [n, m] = [base.length, revised.length]
  let [head, tail] = [0, 0]
  while (head < n && head < m && base[head] === revised[head]) head++
  while (tail < n - head && tail < m - head && base[n - 1 - tail] === revised[m - 1 - tail]) tail++
  return (n - head - tail) * (m - head - tail)
}
