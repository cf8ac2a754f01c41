import type { Stretch } from './diff.ts'
import { isConnective, isFunctionWord, isGuard } from './guards.ts'
import { isNumber, isWord } from './segment.ts'
import type { Wording } from './wording.ts'

/** Up to this many unchanged words between two changes are folded into them: a lone "the" between two strikes is noise. */
const MAX_ISLAND_WORDS = 2
/** The same for a run of function words alone. Beyond it agreed wording would be marked as new. */
const MAX_FUNCTION_ISLAND_WORDS = 3

const SENTENCE_END = /^[.;:!?。；：！？؟؛]$/v
const PHRASE_END = /^[,،，、\)\]）]$/v
const OPENING = /^[\(\[（“«]$/v
const CLOSING = /^[\)\]）]$/v

type Sides = Readonly<{ base: Wording; revised: Wording }>

/**
 * Redraws a least edit so that a person reads it easily, without changing what the two texts are: single insertions
 * and strikes slide to the edge of a phrase (RL7), small islands are folded in (RL6), brackets stay whole (RL8).
 */
export function present(stretches: readonly Stretch[], sides: Sides): Stretch[] {
  const slid = slideAll(stretches, sides)
  return closeBrackets(foldIslands(slid, sides), sides)
}

/** How natural an edge is before word `at`: the higher, the better. */
function edgeScore({ words, gaps }: Wording, at: number): number {
  if (at === 0 || at === words.length) return 6
  const [before, after] = [words[at - 1] ?? '', words[at] ?? '']
  const gap = gaps[at] ?? ''
  if (/[\r\n]/v.test(gap)) return 5
  if (SENTENCE_END.test(before)) return 4
  if (PHRASE_END.test(before) || (OPENING.test(after) && !OPENING.test(before))) return 3
  if (!isWord(after)) return 0
  return isConnective(after) ? 2 : 1
}

function slideAll(stretches: readonly Stretch[], { base, revised }: Sides): Stretch[] {
  const drawn = betweenKept(stretches)
  let [i, j] = [0, 0]
  for (const [k, stretch] of drawn.entries()) {
    const [before, after] = [drawn[k - 1], drawn[k + 1]]
    if (stretch.kind === 'changed' && (stretch.base === 0 || stretch.revised === 0) && before && after) {
      const side = stretch.base === 0 ? revised : base
      const from = stretch.base === 0 ? j : i
      // One kept word remains between two changes, so that they stay two.
      const room = {
        left: Math.max(0, before.base - (k >= 2 ? 1 : 0)),
        right: Math.max(0, after.base - (k + 2 < drawn.length ? 1 : 0)),
      }
      const shift = bestShift(side, { from, to: from + stretch.base + stretch.revised }, room)
      lengthen(before, shift)
      lengthen(after, -shift)
      i += shift
      j += shift
    }
    i += stretch.base
    j += stretch.revised
  }
  return joined(drawn)
}

function lengthen(stretch: Stretch, words: number): void {
  stretch.base += words
  stretch.revised += words
}

/** A copy that begins and ends with a kept stretch, if an empty one, so that every change has room to slide. */
function betweenKept(stretches: readonly Stretch[]): Stretch[] {
  const drawn = stretches.map((stretch) => ({ ...stretch }))
  if (drawn[0]?.kind === 'changed') drawn.unshift({ kind: 'kept', base: 0, revised: 0 })
  if (drawn.at(-1)?.kind === 'changed') drawn.push({ kind: 'kept', base: 0, revised: 0 })
  return drawn
}

type Range = Readonly<{ from: number; to: number }>

function bestShift(side: Wording, { from, to }: Range, room: Readonly<{ left: number; right: number }>): number {
  const { ids } = side
  let best = 0
  let bestScore = edgeScore(side, from) + edgeScore(side, to)
  const consider = (shift: number): void => {
    const score = edgeScore(side, from + shift) + edgeScore(side, to + shift)
    if (score > bestScore || (score === bestScore && shift < best)) [best, bestScore] = [shift, score]
  }
  for (let shift = 1; shift <= room.left && ids[from - shift] === ids[to - shift]; shift++) consider(-shift)
  for (let shift = 1; shift <= room.right && ids[from + shift - 1] === ids[to + shift - 1]; shift++) consider(shift)
  return best
}

/** Whether the kept words `from` up to `to` of one side are noise between two changes (RL6). */
function isIsland({ words, gaps }: Wording, from: number, to: number): boolean {
  let [count, functionWords] = [0, 0]
  for (let i = from; i < to; i++) {
    const word = words[i] ?? ''
    if (/[\r\n]/v.test(gaps[i] ?? '')) return false
    if (!isWord(word)) continue
    if (isNumber(word) || isGuard(word)) return false
    count++
    if (isFunctionWord(word)) functionWords++
    if (count > MAX_FUNCTION_ISLAND_WORDS) return false
  }
  return count <= MAX_ISLAND_WORDS || functionWords === count
}

/** Whether all words of a side are negations and verbs of obligation. A change of such alone must stand out by itself (RL6). */
function isOfGuards(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isWord(words[i] ?? '') && !isGuard(words[i] ?? '')) return false
  return true
}

function hasWord(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isWord(words[i] ?? '')) return true
  return false
}

function foldIslands(stretches: readonly Stretch[], { base, revised }: Sides): Stretch[] {
  let [i, j] = [0, 0]
  const placed = stretches.map((stretch) => {
    const [from, to] = [i, j]
    i += stretch.base
    j += stretch.revised
    const standsOut = stretch.kind === 'changed' && isOfGuards(base.words, { from, to: i }) && isOfGuards(revised.words, { from: to, to: j }) && (hasWord(base.words, { from, to: i }) || hasWord(revised.words, { from: to, to: j }))
    // Kept words may differ in spelling, and the spaces between them in anything.
    const isNoise = stretch.kind === 'kept' && isIsland(base, from, i) && isIsland(revised, to, j)
    return { stretch, standsOut, isNoise }
  })
  const drawn = placed.map(({ stretch, isNoise }, k): Stretch => {
    const [before, after] = [placed[k - 1], placed[k + 1]]
    const between = before !== undefined && after !== undefined && !before.standsOut && !after.standsOut
    return isNoise && between ? { ...stretch, kind: 'changed' } : stretch
  })
  return joined(drawn)
}

function closeBrackets(stretches: readonly Stretch[], { base, revised }: Sides): Stretch[] {
  const drawn = stretches.map((stretch) => ({ ...stretch }))
  let [i, j] = [0, 0]
  for (const [k, stretch] of drawn.entries()) {
    const next = drawn[k + 1]
    if (stretch.kind === 'changed' && next !== undefined && next.base > 0) {
      const open =
        openBrackets(base, i, i + stretch.base) > 0 && openBrackets(revised, j, j + stretch.revised) > 0
      if (open && CLOSING.test(base.words[i + stretch.base] ?? '')) {
        lengthen(stretch, 1)
        lengthen(next, -1)
      }
    }
    i += stretch.base
    j += stretch.revised
  }
  return joined(drawn)
}

function openBrackets({ words }: Wording, from: number, to: number): number {
  let open = 0
  for (let i = from; i < to; i++) {
    if (/^[\(\[（]$/v.test(words[i] ?? '')) open++
    else if (CLOSING.test(words[i] ?? '')) open = Math.max(0, open - 1)
  }
  return open
}

/** Without empty stretches, and with neighbours of one kind as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.base === 0 && stretch.revised === 0) continue
    const last = result.at(-1)
    if (last?.kind === stretch.kind) {
      last.base += stretch.base
      last.revised += stretch.revised
    } else result.push({ ...stretch })
  }
  return result
}
