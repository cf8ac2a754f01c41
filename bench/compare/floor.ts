import DiffMatchPatch from 'diff-match-patch'
import { diffWords, isSpace, nearestPairs, segment, vectorsOf } from '../../shared/compare/index.ts'
import type { GoldClause, GoldSet } from './gold.ts'

/*
 * What no comparison can do without: tokenising both texts, one sparse TF-IDF pass over them, and the least word diff of
 * the pairs that people made.
 */
type Read = ReadonlyMap<string, Int32Array>

function read(clauses: readonly GoldClause[], ids: Map<string, number>): Read {
  return new Map(
    clauses.map(({ label, text }) => {
      const words = segment(text).filter((part) => !isSpace(part))
      return [label, Int32Array.from(words, (word) => ids.get(word) ?? (ids.set(word, ids.size), ids.size - 1))]
    }),
  )
}

/** Of the parts that the product is made of: the quicker they are, the lower this floor. */
export function ownFloor(gold: GoldSet): void {
  const ids = new Map<string, number>()
  const [base, revised] = [read(gold.left.clauses, ids), read(gold.right.clauses, ids)]
  const vectors = vectorsOf([...base.values()], [...revised.values()])
  nearestPairs([vectors.base], [vectors.revised], { count: 8, maxPostings: 128 })
  for (const [from, to] of gold.pairs) diffWords(base.get(from) ?? [], revised.get(to) ?? [])
}

/** Of the reference's parts: the same reader, TF-IDF over plain arrays and maps, and diff-match-patch over words with its clock off. */
export function referenceFloor(gold: GoldSet): void {
  const ids = new Map<string, number>()
  const [base, revised] = [read(gold.left.clauses, ids), read(gold.right.clauses, ids)]
  nearestByMaps([...base.values()], [...revised.values()])
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = 0
  for (const [from, to] of gold.pairs) engine.diff_main(coded(base.get(from)), coded(revised.get(to)), false)
}

const MOST_UNITS = 128
const NEAREST = 8

function nearestByMaps(base: readonly Int32Array[], revised: readonly Int32Array[]): (readonly number[])[] {
  const units = new Map<number, number>()
  for (const unit of [...base, ...revised]) for (const term of new Set(unit)) units.set(term, (units.get(term) ?? 0) + 1)
  const weightsOf = (unit: Int32Array): ReadonlyMap<number, number> => {
    const weights = new Map<number, number>()
    for (const term of unit) weights.set(term, (weights.get(term) ?? 0) + Math.log((base.length + revised.length + 1) / (units.get(term) ?? 1)))
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
    for (const [term, weight] of weights) weights.set(term, weight / length)
    return weights
  }
  const postings = new Map<number, (readonly [number, number])[]>()
  for (const [unit, terms] of revised.entries())
    for (const [term, weight] of weightsOf(terms)) {
      const held = postings.get(term)
      if (held === undefined) postings.set(term, [[unit, weight]])
      else held.push([unit, weight])
    }
  return base.map((terms) => {
    const sums = new Map<number, number>()
    for (const [term, weight] of weightsOf(terms)) {
      const held = postings.get(term) ?? []
      if (held.length <= MOST_UNITS) for (const [unit, other] of held) sums.set(unit, (sums.get(unit) ?? 0) + weight * other)
    }
    return [...sums].sort(([, one], [, other]) => other - one).slice(0, NEAREST).map(([unit]) => unit)
  })
}

const FIRST_SURROGATE = 0xd800
const coded = (words: Int32Array | undefined): string => Array.from(words ?? [], (word) => String.fromCharCode(word + 1 < FIRST_SURROGATE ? word + 1 : word + 1 + 0x800)).join('')
