import { readFileSync } from 'node:fs'
import { parseClauseId, type Clause, type ClauseId, type ClauseText } from '../../shared/clauses/index.ts'
import { wordingLine } from '../../shared/exports/index.ts'
import { invariant } from '../../shared/kernel/index.ts'

export type GoldClause = Readonly<{ label: string; heading?: string; text: string; art?: string }>
type GoldPair = readonly [string, string]

/** A set of correspondences made by people; the form is described in the corpus (`gold/README.md`). */
export type GoldSet = Readonly<{
  name: string
  left: Readonly<{ clauses: readonly GoldClause[] }>
  right: Readonly<{ clauses: readonly GoldClause[] }>
  pairs: readonly GoldPair[]
  optionalPairs?: readonly GoldPair[]
  unscoredLeft?: readonly string[]
  unscoredRight?: readonly string[]
  pairInfo?: readonly Readonly<{ kind: string; partial: boolean }>[]
}>

export const GOLD_SETS = ['untoc-uncac', 'budapest-uncac', 'eu-nice-lisbon', 'aiact-commission-council'] as const

/** Where the corpus lies: `TRAVAUX_CORPUS`, by default beside the project. */
export const corpusFolder = (): string => process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus'

export const readGold = (name: string): GoldSet =>
  JSON.parse(readFileSync(`${corpusFolder()}/gold/${name}.json`, 'utf8')) as GoldSet

/** One side of a set as a text, with the id of the clause that each gold label names. */
export type GoldText = Readonly<{ text: ClauseText; labelOf: ReadonlyMap<ClauseId, string> }>

/**
 * A gold side as import would bring it in: an article for each clause (or for each run of clauses of one `art`), a
 * provision for each line, its label read off. `side` makes the ids of the two sides differ.
 */
export function goldText(clauses: readonly GoldClause[], side: 'l' | 'r'): GoldText {
  const made: Clause[] = []
  const labelOf = new Map<ClauseId, string>()
  const add = (clause: Omit<Clause, 'id' | 'spans'>): ClauseId => {
    const id = parseClauseId(`c_${side}${made.length.toString(36).padStart(9, '0')}`)
    invariant(id !== null, 'a made id is one')
    made.push({ id, spans: [], ...clause })
    return id
  }
  let article: string | null = null
  for (const { label, heading = '', text, art } of clauses) {
    if (art === undefined || art !== article) {
      const id = add({ kind: 'article', depth: 0, number: art ?? label, text: heading })
      if (art === undefined) labelOf.set(id, label)
      article = art ?? null
    }
    for (const [i, line] of text.split('\n').entries()) {
      const id = add(wordingLine(line))
      if (art !== undefined && i === 0) labelOf.set(id, label)
    }
  }
  const settings = { style: 'un', language: 'en', articleWord: null } as const
  return { text: { title: '', settings, clauses: made }, labelOf }
}

export type Score = Readonly<{ precision: number; recall: number; f1: number; missed: readonly string[]; wrong: readonly string[] }>

const keyOf = ([left, right]: GoldPair): string => `${left} → ${right}`

/** Precision, recall and F1 of `found` as `gold/README.md` defines them. `without` leaves out pairs of one kind. */
export function scoreOf(found: readonly GoldPair[], gold: GoldSet, without: string | null = null): Score {
  const left = new Set(gold.unscoredLeft)
  const right = new Set(gold.unscoredRight)
  const scored = ([l, r]: GoldPair): boolean => !left.has(l) && !right.has(r)
  const dropped = gold.pairs.filter((_, i) => without !== null && gold.pairInfo?.[i]?.kind === without)
  const ignored = new Set([...(gold.optionalPairs ?? []), ...dropped].map(keyOf))
  const wanted = new Set(gold.pairs.filter(scored).map(keyOf).filter((key) => !ignored.has(key)))
  const given = new Set(found.filter(scored).map(keyOf).filter((key) => !ignored.has(key)))
  const right_ = [...given].filter((key) => wanted.has(key)).length
  const [precision, recall] = [given.size === 0 ? 0 : right_ / given.size, right_ / wanted.size]
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missed: [...wanted].filter((key) => !given.has(key)),
    wrong: [...given].filter((key) => !wanted.has(key)),
  }
}
