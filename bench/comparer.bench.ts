/*
 * One edit in one clause of a draft of 2,000 clauses, compared again by a `Comparer` that holds the base and the last
 * result, beside the whole comparison of the same two texts: by the draft's own ids, and against a base that shares none.
 * Then an edit that splits a clause, and the memory that a Comparer holds.
 */
import type { Clause, ClauseText } from '../shared/clauses/index.ts'
import { Comparer, compareTexts } from '../shared/compare/index.ts'
import { randomFrom } from './compare/synthetic.ts'
import { median, percentile, report, timed, type Figure } from './report.ts'
import { clausesOf, seededIds } from './support/corpus.ts'
import { largeDraft } from './support/large-draft.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const EDITS = 60

const base = clausesOf(largeDraft(), 1)

/** `base` with words put into one clause of `every`. */
const draft = (every: number): ClauseText => ({ ...base, clauses: base.clauses.map((clause, i) => (i % every === 3 ? { ...clause, text: `${clause.text} It may be amended by the Parties.` } : clause)) })

const renamed = ({ clauses, ...rest }: ClauseText): ClauseText => {
  const newId = seededIds(2)
  return { ...rest, clauses: clauses.map((clause) => ({ ...clause, id: newId() })) }
}

/** `text` with `change` made in the clause at `at`. */
const edited = (text: ClauseText, at: number, change: (clause: Clause) => readonly Clause[]): ClauseText => ({ ...text, clauses: text.clauses.toSpliced(at, 1, ...text.clauses.slice(at, at + 1).flatMap(change)) })

const withWord = (clause: Clause): readonly Clause[] => [{ ...clause, text: clause.text.replace(' ', ' duly ') }]
const newId = seededIds(3)
const inTwo = (clause: Clause): readonly Clause[] => {
  const half = clause.text.indexOf(' ', clause.text.length / 2)
  return [{ ...clause, text: clause.text.slice(0, half), spans: [] }, { ...clause, id: newId(), text: clause.text.slice(half + 1), spans: [] }]
}

/** Times of `EDITS` edits, one after the other in different clauses, each compared again. */
function again(start: ClauseText, change: (clause: Clause) => readonly Clause[], count: number): readonly number[] {
  const random = randomFrom(7)
  const comparer = new Comparer(base)
  let text = start
  comparer.update(text)
  return Array.from({ length: count }, () => {
    text = edited(text, 5 + Math.floor(random() * 1_900), change)
    const before = performance.now()
    comparer.update(text)
    return performance.now() - before
  })
}

for (const every of [50, 2]) compareTexts(base, renamed(draft(every))) // does not count
const figures = [
  ['a draft against its version, 40 clauses changed', draft(50)],
  ['a draft against its version, every other clause changed', draft(2)],
  ['a draft against a text without common ids, every other clause changed', renamed(draft(2))],
].flatMap(([name, text]): Figure[] => {
  if (typeof name !== 'string' || typeof text !== 'object') return []
  const whole = median(timed(() => compareTexts(base, text), { rounds: ROUNDS, warmup: 3 }))
  again(text, withWord, EDITS) // does not count
  const [words, split] = [again(text, withWord, EDITS), again(text, inTwo, 5)]
  const peer = { name: 'whole', value: whole }
  return [
    { what: `${name}: a word`, unit: 'ms', ours: median(words), peer, toReach: { atMost: 0.03 } },
    { what: `${name}: a word, p95`, unit: 'ms', ours: percentile(words, 0.95), peer },
    { what: `${name}: a clause split`, unit: 'ms', ours: median(split), peer },
  ]
})

/** What `make` gives, and the memory that it holds. */
function held<Result>(make: () => Result): Readonly<{ result: Result; bytes: number }> {
  const used = (): number => {
    globalThis.gc?.()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const result = make()
  return { result, bytes: used() - before }
}
const text = draft(2)
const alone = held(() => compareTexts(base, text))
const kept = held(() => {
  const comparer = new Comparer(base)
  comparer.update(text)
  return comparer
})
report(`${base.clauses.length} clauses, one edit in one clause`, [
  ...figures,
  {
    what: `memory held by a Comparer, its result of ${kept.result.settle()?.rows.length ?? 0} rows included`,
    unit: 'MB',
    ours: kept.bytes / 1e6,
    peer: { name: `the result alone (${alone.result.rows.length} rows)`, value: alone.bytes / 1e6 },
  },
])
