import type { Frame } from './frame.ts'
import { FREE, rounded, type Pairing } from './pairing.ts'
import type { Frames } from './order.ts'
import type { Link } from './sides.ts'
import type { PartLink } from './types.ts'

/** A part that moved is worth a link from this share of the smaller article on, or from this many words. */
const MIN_SHARE = 0.3
const MIN_WORDS = 40
/** Fewer words than these are no part. */
const FEW_WORDS = 5

/**
 * Links between divisions that are not paired with each other, through provisions of theirs that are; and the `likest`
 * of those that have no partner (AL10). In the order of the base.
 */
export function partLinksOf({ base, revised }: Frames, pairing: Pairing, likest: readonly Link[]): readonly PartLink[] {
  const sizes = { base: homeWords(base), revised: homeWords(revised) }
  const shared = new Map<string, { base: number; revised: number; words: number }>()
  for (let b = 0; b < base.clauses.length; b++) {
    const r = pairing.revisedOf(b)
    const [from, to] = [base.home[b] ?? -1, r === FREE ? -1 : (revised.home[r] ?? -1)]
    if (from < 0 || to < 0 || pairing.revisedOf(from) === to) continue
    const key = `${from},${to}`
    const link = shared.get(key) ?? { base: from, revised: to, words: 0 }
    link.words += Math.min(base.stems[b]?.length ?? 0, revised.stems[r]?.length ?? 0)
    shared.set(key, link)
  }
  const links = new Map<string, Link & { rule: PartLink['rule'] }>()
  for (const link of likest) links.set(`${link.base},${link.revised}`, { ...link, rule: 'same-words' })
  for (const [key, { base: from, revised: to, words }] of shared) {
    const share = words / Math.max(1, Math.min(sizes.base[from] ?? 0, sizes.revised[to] ?? 0))
    if (words >= FEW_WORDS && (share >= MIN_SHARE || words >= MIN_WORDS))
      links.set(key, { base: from, revised: to, share, rule: 'same-parts' })
  }
  return [...links.values()]
    .sort((one, other) => one.base - other.base || one.revised - other.revised)
    .flatMap(({ base: from, revised: to, share, rule }) => {
      const [source, target] = [base.clauses[from], revised.clauses[to]]
      if (source === undefined || target === undefined) return []
      return [{ base: source.id, revised: target.id, share: rounded(share), rule }]
    })
}

/** The words directly in each division, its heading left out. */
function homeWords({ clauses, home, stems }: Frame): Float64Array {
  const words = new Float64Array(clauses.length)
  for (const [i, division] of home.entries())
    if (division >= 0 && division !== i) words[division] = (words[division] ?? 0) + (stems[i]?.length ?? 0)
  return words
}
