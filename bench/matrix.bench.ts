/*
 * Five texts of 70 articles beside each other: all their pairs compared, and the matrix laid out, against the comparisons
 * that a matrix with one base needs (four); then another base, which compares nothing. One thread, medians.
 */
import type { Clause, ClauseText } from '../shared/clauses/index.ts'
import { compareTexts, matrixOf, pairRowsOf, redline, type PairRow } from '../shared/compare/index.ts'
import { randomFrom } from './compare/synthetic.ts'
import { median, report, timed, type Figure } from './report.ts'
import { clausesOf, comprehensiveSample, fromCorpus, seededIds } from './support/corpus.ts'

const TEXTS = 5
const ARTICLES = 70
const ROUNDS = 5
/** Rows that are in sight at once, whose redlines are made when one scrolls to them. */
const IN_SIGHT = 12

const source = clausesOf(fromCorpus('treaties/uncac-en.txt', 'UNCAC', comprehensiveSample), 1)

/** A rival of `text`: about one word in eight is another, one clause in nine is gone, every article has other ids. */
function rival(text: ClauseText, seed: number): ClauseText {
  const random = randomFrom(seed)
  const newId = seededIds(seed + 1)
  const words = text.clauses.flatMap((clause) => clause.text.split(' '))
  const reworded = (clause: Clause): string => clause.text.split(' ').map((word) => (random() < 1 / 8 ? (words[Math.floor(random() * words.length)] ?? word) : word)).join(' ')
  return { ...text, clauses: text.clauses.filter(({ kind }) => kind === 'article' || random() > 1 / 9).map((clause) => ({ ...clause, id: newId(), text: reworded(clause), spans: [] })) }
}

/** What stands before article `count` + 1. */
function articlesOf(text: ClauseText, count: number): ClauseText {
  const next = text.clauses.filter(({ kind }) => kind === 'article')[count]
  return { ...text, clauses: text.clauses.slice(0, next === undefined ? undefined : text.clauses.indexOf(next)) }
}

const first = articlesOf(source, ARTICLES)
const texts = [first, ...Array.from({ length: TEXTS - 1 }, (_, at) => rival(first, at + 1))]
const clauses = texts.map((text) => text.clauses)

let aligned = 0
const compare = (one: number, other: number): readonly PairRow[] => {
  aligned++
  return pairRowsOf(compareTexts(texts[one] ?? first, texts[other] ?? first))
}

/** All pairs that a matrix may need; with `base`, those that it needs for that base alone. */
function comparePairs(base?: number): ReadonlyMap<string, readonly PairRow[]> {
  const pairs = new Map<string, readonly PairRow[]>()
  for (let one = 0; one < TEXTS; one++)
    for (let other = one + 1; other < TEXTS; other++) if (base === undefined || one === base || other === base) pairs.set(`${one} ${other}`, compare(one, other))
  return pairs
}

const lay = (pairs: ReadonlyMap<string, readonly PairRow[]>, base: number) => matrixOf(clauses, base, (one, other) => pairs.get(`${one} ${other}`) ?? null)

/** The redlines of the cells that one sees first. */
function drawInSight(pairs: ReadonlyMap<string, readonly PairRow[]>, base: number): number {
  const rows = lay(pairs, base).rows.filter(({ isOwn }) => isOwn).slice(0, IN_SIGHT)
  return rows.flatMap(({ cells }) => cells.map((cell, column) => (cell === null || column === base ? 0 : redline(clauses[base]?.[cells[base]?.clause ?? 0]?.text ?? '', clauses[column]?.[cell.clause]?.text ?? '').runs.length))).length
}

const rounds = { rounds: ROUNDS, warmup: 1 }
const needed = median(timed(() => comparePairs(0), rounds))
const whole = median(timed(() => drawInSight(comparePairs(), 0), rounds))
const pairs = comparePairs()
const before = aligned
const change = median(timed(() => drawInSight(pairs, 3), rounds))
const alignedByChange = aligned - before
console.log(`${TEXTS} texts, ${clauses.map((list) => list.length).join(', ')} clauses; ${lay(pairs, 0).rows.length} rows`)

const figures: readonly Figure[] = [
  { what: `${TEXTS} texts of ${ARTICLES} articles: all pairs, matrix, first redlines`, unit: 'ms', ours: whole, peer: { name: `the ${TEXTS - 1} pairs of one base`, value: needed }, toReach: { atMost: 3 } },
  { what: 'another base: matrix, first redlines', unit: 'ms', ours: change, peer: { name: `the ${TEXTS - 1} pairs of one base`, value: needed } },
  { what: 'another base: alignments', unit: '', ours: alignedByChange, peer: null },
]
report('Matrix', figures)
if (alignedByChange !== 0) throw new Error('another base aligned something')
