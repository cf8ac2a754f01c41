import { isDivision } from '#shared/clauses/index.ts'
import { subtreeWords, type Frame, type Frames } from './frame.ts'
import { FREE, rounded, type Pairing } from './pairing.ts'
import type { SharedPassage } from './passages.ts'
import { sharedWords } from './shared-words.ts'
import type { Link } from './sides.ts'
import type { PartLink } from './types.ts'

/** What two clauses share makes an alignment: most of the one, or many words; and, times their share of it, so many. */
const MOST = 0.6
const MANY_WORDS = 28
const PART = 7
/** For provisions: most of the words of either, however few they are; passages are alike by half at least. */
const PROVISION_SHARE = 0.4
/** An article and a provision of which each has this share of the other are one clause on two levels. */
const COVERED = 0.6
/** Less than that is worth a link as a part that moved from this share, or these many words, on. */
const MIN_SHARE = 0.3
const MIN_WORDS = 12
/** Fewer words than these are no part. */
const FEW_WORDS = 5
const NO_STEMS = new Int32Array()

/** A link by index. `shares`: of the words of either side, those that the other side has. */
export type Part = Readonly<{ base: number; revised: number; kind: PartLink['kind']; rule: PartLink['rule']; shares: readonly [number, number] }>

type Found = Readonly<{ likest: readonly Link[]; passages: readonly SharedPassage[] }>

/**
 * Links between clauses that are not partners: through passages that stand in both, through provisions that are
 * partners, and the `likest` of the divisions that have no partner (AL10, AL16, AL17). In the order of the base.
 */
export function partsOf(frames: Frames, pairing: Pairing, { likest, passages }: Found): readonly Part[] {
  const links = new Map<string, Part>()
  const add = (link: Part): unknown => links.set(`${link.base},${link.revised}`, link)
  for (const { base, revised, shares } of likest) add({ base, revised, shares, kind: kindOf(pairing, { base, revised }, shares), rule: 'same-words' })
  const all = [...passages, ...movedProvisions(frames, pairing)]
  const homes = { base: homeWords(frames.base), revised: homeWords(frames.revised) }
  for (const shared of sums(all, ({ base, revised }) => [[frames.base.home[base] ?? FREE, frames.revised.home[revised] ?? FREE]])) {
    const link = partOf(pairing, shared, { sizes: [homes.base[shared.base] ?? 0, homes.revised[shared.revised] ?? 0], isProvision: false })
    if (link !== null && !links.has(`${link.base},${link.revised}`)) add(link)
  }
  const own = (frame: Frame, index: number): number => frame.stems[index]?.length ?? 0
  for (const shared of sums(passages, ({ base, revised }) => [[base, revised]])) {
    const link = partOf(pairing, shared, { sizes: [own(frames.base, shared.base), own(frames.revised, shared.revised)], isProvision: true })
    if (link !== null) add(link)
  }
  for (const link of levelChanges(frames, pairing, all)) add(link)
  return [...links.values()].sort((one, other) => one.base - other.base || one.revised - other.revised)
}

/** The same links for the result, by the ids of the clauses. */
export function partLinksOf({ base, revised }: Frames, parts: readonly Part[]): readonly PartLink[] {
  return parts.flatMap(({ base: from, revised: to, kind, rule, shares: [baseShare, revisedShare] }): PartLink[] => {
    const [one, other] = [base.clauses[from], revised.clauses[to]]
    if (one === undefined || other === undefined) return []
    return [{ base: one.id, revised: other.id, kind, baseShare: rounded(baseShare), revisedShare: rounded(revisedShare), rule }]
  })
}

const MIRRORED = { split: 'merged', merged: 'split', 'level-changed': 'level-changed', 'part-moved': 'part-moved' } as const

/** The same link with the sides swapped. */
export const mirroredPart = ({ base, revised, kind, rule, shares: [was, is] }: Part): Part => ({ base: revised, revised: base, kind: MIRRORED[kind], rule, shares: [is, was] })

/** Provisions that are partners while their divisions are not. */
function movedProvisions({ base, revised }: Frames, pairing: Pairing): readonly SharedPassage[] {
  return [...base.home.entries()].flatMap(([b, home]): SharedPassage[] => {
    const r = pairing.revisedOf(b)
    if (r === FREE || home === b || home < 0 || pairing.revisedOf(home) === revised.home[r]) return []
    const [one, other] = [base.stems[b] ?? NO_STEMS, revised.stems[r] ?? NO_STEMS]
    return [{ base: b, revised: r, words: Math.min(one.length, other.length) * sharedWords(one, other) }]
  })
}

type Places = readonly (readonly [number, number])[]

/** The words shared by any two clauses that `placesOf` names; none of them partners. */
function sums(all: readonly SharedPassage[], placesOf: (passage: SharedPassage) => Places): readonly SharedPassage[] {
  const found = new Map<string, { base: number; revised: number; words: number }>()
  for (const passage of all)
    for (const [base, revised] of placesOf(passage)) {
      if (base < 0 || revised < 0) continue
      const key = `${base},${revised}`
      const sum = found.get(key) ?? { base, revised, words: 0 }
      sum.words += passage.words
      found.set(key, sum)
    }
  return [...found.values()]
}

type Sizes = Readonly<{ sizes: readonly [number, number]; isProvision: boolean }>

function partOf(pairing: Pairing, { base, revised, words }: SharedPassage, { sizes: [was, is], isProvision }: Sizes): Part | null {
  if (words < FEW_WORDS || pairing.revisedOf(base) === revised) return null
  const shares = [words / Math.max(1, was), words / Math.max(1, is)] as const
  const share = Math.max(...shares)
  if (share < MIN_SHARE && words < MIN_WORDS) return null
  const isPart = isProvision ? share >= PROVISION_SHARE : words * share >= PART && (words >= MANY_WORDS || share >= MOST)
  return { base, revised, shares, rule: 'same-parts', kind: isPart ? kindOf(pairing, { base, revised }, shares) : 'part-moved' }
}

/** What is new and came out of something else is a split, what was merged into something else a merger (AL10). */
function kindOf(pairing: Pairing, { base, revised }: Readonly<{ base: number; revised: number }>, [was, is]: readonly [number, number]): PartLink['kind'] {
  const [isFree, isNew] = [pairing.revisedOf(base) === FREE, pairing.baseOf(revised) === FREE]
  if (isFree === isNew) return is >= was ? 'split' : 'merged'
  return isNew ? 'split' : 'merged'
}

/** Articles without a partner that became a provision of another one, and provisions that became an article (AL17). */
function levelChanges({ base, revised }: Frames, pairing: Pairing, all: readonly SharedPassage[]): readonly Part[] {
  const size = { base: subtreeWords(base), revised: subtreeWords(revised) }
  const homes = { base: homeWords(base), revised: homeWords(revised) }
  const places = ({ base: b, revised: r }: SharedPassage): Places => {
    const [from, to] = [base.home[b] ?? FREE, revised.home[r] ?? FREE]
    return [
      ...(from >= 0 && pairing.revisedOf(from) === FREE ? provisionsAbove(revised, r).map((q) => [from, q] as const) : []),
      ...(to >= 0 && pairing.baseOf(to) === FREE ? provisionsAbove(base, b).map((p) => [p, to] as const) : []),
    ]
  }
  const best = new Map<string, Part>()
  for (const { base: b, revised: r, words } of sums(all, places)) {
    const isArticle = base.home[b] === b
    const shares = [words / Math.max(1, (isArticle ? homes : size).base[b] ?? 1), words / Math.max(1, (isArticle ? size : homes).revised[r] ?? 1)] as const
    const key = isArticle ? `base ${b}` : `revised ${r}`
    const covered = Math.min(...shares)
    if (covered < COVERED || words < FEW_WORDS || covered <= Math.min(...(best.get(key)?.shares ?? [0]))) continue
    best.set(key, { base: b, revised: r, shares, rule: 'same-parts', kind: 'level-changed' })
  }
  return [...best.values()]
}

/** A provision and the provisions that it stands in. */
function provisionsAbove({ clauses, parent }: Frame, index: number): number[] {
  const above: number[] = []
  for (let i = index; i >= 0 && !isDivision(clauses[i]?.kind ?? 'text'); i = parent[i] ?? -1) above.push(i)
  return above
}

/** The words directly in each division, its heading left out. */
function homeWords({ clauses, home, stems }: Frame): Float64Array {
  const words = new Float64Array(clauses.length)
  for (const [i, division] of home.entries())
    if (division >= 0 && division !== i) words[division] = (words[division] ?? 0) + (stems[i]?.length ?? 0)
  return words
}
