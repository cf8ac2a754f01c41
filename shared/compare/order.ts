import { isDivision } from '#shared/clauses/index.ts'
import { subtreeWords, type Frame, type Frames } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { Part } from './parts.ts'

/** Two clauses paired with each other, by index. */
export type Pair = Readonly<{ base: number; revised: number }>

/**
 * A stretch of text that moved as one: `root` left the order of its surroundings, `placed` are the pairs below it that
 * kept theirs (the root not among them), in order on both sides; `moved` left the order within it. The whole text is
 * the outermost block, without a root.
 */
export type Block = Readonly<{ root: Pair | null; placed: readonly Pair[]; moved: readonly Block[] }>

type Weighed = Pair & Readonly<{ level: number; words: number }>

/** Tells one pair more from one pair less, however many words: a sum of counts first, of words second. */
const COUNT = 2 ** 24

/**
 * What moved (AL7). At each level, divisions first, the greatest number of pairs stays in place (heaviest increasing
 * subsequence; of equally many, those with the most words); each pair left over is the root of a block that moved.
 */
export function blocksOf(frames: Frames, pairing: Pairing, parts: readonly Part[]): Block {
  const words = { base: subtreeWords(frames.base), revised: subtreeWords(frames.revised) }
  const pairs: Weighed[] = []
  for (let base = 0; base < frames.base.clauses.length; base++) {
    const revised = pairing.revisedOf(base)
    if (revised === FREE) continue
    const level = Math.max(levelIn(frames.base, base), levelIn(frames.revised, revised))
    pairs.push({ base, revised, level, words: (words.base[base] ?? 0) + (words.revised[revised] ?? 0) })
  }
  return blockOf(null, pairs, { frames, joined: new Set(parts.filter(({ kind }) => kind === 'split' || kind === 'merged').map(({ base, revised }) => `${base},${revised}`)) })
}

/** The same blocks with the sides swapped. */
export function mirroredBlock({ root, placed, moved }: Block): Block {
  return { root: root === null ? null : mirroredPair(root), placed: placed.map(mirroredPair), moved: moved.map(mirroredBlock) }
}

const mirroredPair = ({ base, revised }: Pair): Pair => ({ base: revised, revised: base })

/** 0 for a division, 1 and more for a provision by its depth. */
function levelIn({ clauses }: Frame, index: number): number {
  const clause = clauses[index]
  return clause === undefined || isDivision(clause.kind) ? 0 : 1 + clause.depth
}

/** `joined`: the divisions that were split or merged, as `base,revised`. */
type Context = Readonly<{ frames: Frames; joined: ReadonlySet<string> }>

function blockOf(root: Pair | null, pairs: readonly Weighed[], context: Context): Block {
  const { frames } = context
  const placed = placedPairs(pairs)
  const inPlace = new Set([...placed, ...besideHeadings(pairs, placed, context)])
  const rest = pairs.filter((pair) => !inPlace.has(pair))
  const gone = new Set<Weighed>()
  const moved: Block[] = []
  for (const [i, pair] of rest.entries()) {
    if (gone.has(pair)) continue
    const inside: Weighed[] = []
    const [baseEnd, revisedEnd] = [frames.base.end[pair.base] ?? 0, frames.revised.end[pair.revised] ?? 0]
    for (let k = i + 1; (rest[k]?.base ?? Infinity) < baseEnd; k++) {
      const other = rest[k]
      if (other === undefined || gone.has(other)) continue
      if (other.revised <= pair.revised || other.revised >= revisedEnd) continue
      gone.add(other)
      inside.push(other)
    }
    moved.push(blockOf(pair, inside, context))
  }
  return { root, placed, moved }
}

/** The pairs that stay in place, in order on both sides: level by level, each within the room the last ones leave. */
function placedPairs(pairs: readonly Weighed[]): readonly Weighed[] {
  let placed: readonly Weighed[] = []
  for (const level of [...new Set(pairs.map((pair) => pair.level))].sort((one, other) => one - other)) {
    const ofLevel = pairs.filter((pair) => pair.level === level)
    const staying = heaviestIncreasing(fittingBetween(placed, ofLevel))
    placed = [...placed, ...staying].sort((one, other) => one.base - other.base)
  }
  return placed
}

/**
 * Provisions of divisions that were split or merged which cross nothing but a heading: theirs stands with the other part.
 * They did not move, though they are not in place among the headings (AL7).
 */
function besideHeadings(pairs: readonly Weighed[], placed: readonly Weighed[], { frames: { base, revised }, joined }: Context): readonly Weighed[] {
  if (joined.size === 0) return []
  const inPlace = new Set(placed)
  const fitting = pairs.filter((pair) => {
    const [from, to] = [base.home[pair.base] ?? -1, revised.home[pair.revised] ?? -1]
    if (inPlace.has(pair) || from === pair.base || !joined.has(`${from},${to}`)) return false
    const next = placed.findIndex((other) => other.base > pair.base)
    const isOwn = (other: Weighed): boolean => other.base === from || other.revised === to
    const before = (next < 0 ? placed : placed.slice(0, next)).findLast((other) => !isOwn(other))
    const after = next < 0 ? undefined : placed.slice(next).find((other) => !isOwn(other))
    return (before?.revised ?? -1) < pair.revised && pair.revised < (after?.revised ?? Infinity)
  })
  return heaviestIncreasing(fitting)
}

/** Those of `pairs` that cross none of `placed`; both in base order. */
function fittingBetween(placed: readonly Weighed[], pairs: readonly Weighed[]): readonly Weighed[] {
  let next = 0
  return pairs.filter((pair) => {
    while ((placed[next]?.base ?? Infinity) < pair.base) next++
    const [before, after] = [placed[next - 1], placed[next]]
    return (before?.revised ?? -1) < pair.revised && pair.revised < (after?.revised ?? Infinity)
  })
}

/**
 * The heaviest subsequence of `pairs` (in base order) that increases in the revised order, in O(n log n): a tree of
 * prefix maxima over the revised order (Fenwick 1994).
 */
function heaviestIncreasing(pairs: readonly Weighed[]): readonly Weighed[] {
  const places = pairs.map((pair) => pair.revised).sort((one, other) => one - other)
  const rankOf = new Map(places.map((place, rank) => [place, rank + 1]))
  const heaviestUpTo = new Int32Array(pairs.length + 1).fill(-1)
  const weights = new Float64Array(pairs.length)
  const previous = new Int32Array(pairs.length).fill(-1)
  const weightOf = (chainEnd: number): number => (chainEnd < 0 ? 0 : (weights[chainEnd] ?? 0))
  let heaviest = -1
  for (const [i, pair] of pairs.entries()) {
    const rank = rankOf.get(pair.revised) ?? 0
    let before = -1
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const chainEnd = heaviestUpTo[at] ?? -1
      if (weightOf(chainEnd) > weightOf(before)) before = chainEnd
    }
    previous[i] = before
    weights[i] = COUNT + pair.words + weightOf(before)
    if (weightOf(i) > weightOf(heaviest)) heaviest = i
    for (let at = rank; at <= pairs.length; at += at & -at)
      if (weightOf(i) > weightOf(heaviestUpTo[at] ?? -1)) heaviestUpTo[at] = i
  }
  const chain: Weighed[] = []
  for (let i = heaviest; i >= 0; i = previous[i] ?? -1) {
    const pair = pairs[i]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}
