import type { Frame } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { Frames } from './order.ts'
import type { PartLink } from './types.ts'

/** A part that moved is worth a link from this share of the smaller article on, or from this many words. */
const MIN_SHARE = 0.3
const MIN_WORDS = 40
/** Fewer words than these are no part. */
const FEW_WORDS = 5

/** Links between divisions that are not paired with each other, through provisions of theirs that are (AL10). */
export function partLinksOf({ base, revised }: Frames, pairing: Pairing): readonly PartLink[] {
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
  const links: PartLink[] = []
  for (const { base: from, revised: to, words } of shared.values()) {
    const share = words / Math.max(1, Math.min(sizes.base[from] ?? 0, sizes.revised[to] ?? 0))
    const [source, target] = [base.clauses[from], revised.clauses[to]]
    if (source === undefined || target === undefined) continue
    if (words >= FEW_WORDS && (share >= MIN_SHARE || words >= MIN_WORDS))
      links.push({ base: source.id, revised: target.id, share: Math.min(1, share) })
  }
  return links
}

/** The words directly in each division, its heading left out. */
function homeWords({ clauses, home, stems }: Frame): Float64Array {
  const words = new Float64Array(clauses.length)
  for (const [i, division] of home.entries())
    if (division >= 0 && division !== i) words[division] = (words[division] ?? 0) + (stems[i]?.length ?? 0)
  return words
}
