/*
 * Where the words of a text come from: how often the right passage is named, on real treaties and on seeded compositions
 * of known passages, and what a text of some 60,000 words against five instruments costs. `npm run bench -- provenance`.
 */
import { provenanceOf, type Instrument } from '../shared/provenance/index.ts'
import { countWords } from '../shared/compare/index.ts'
import { labelsOf } from '../shared/clauses/index.ts'
import { goldText, readGold, scoreOf } from './compare/gold.ts'
import { clausesOf, fromCorpus, rollingSample } from './support/corpus.ts'
import { composed, REWORDED_SHARES, type Composed } from './provenance/composed.ts'
import { median, report, timed } from './report.ts'

const FILES = {
  UNTOC: 'treaties/untoc-en.txt',
  Budapest: 'treaties/budapest-ets185-en.txt',
  BBNJ: 'languages/bbnj-2023-en.txt',
  'Terrorism Financing': 'treaties/un-terrorism-financing-1999-en.txt',
  UNCLOS: 'treaties/unclos-1982-en.txt',
} as const
const instrument = (file: string, seed: number): Instrument => ({ text: clausesOf(fromCorpus(file, file, rollingSample), seed), held: null })
const library = Object.values(FILES).map((file, i) => instrument(file, i + 1))

/** An article's source is the one that most of its words come from, when it is at least this share of them. */
const ARTICLE_SHARES = [0.1, 0.25, 0.4] as const

function goldScore(): void {
  const gold = readGold('untoc-uncac')
  const [left, right] = [goldText(gold.left.clauses, 'l'), goldText(gold.right.clauses, 'r')]
  const rivals = library.slice(1)
  const { articles } = provenanceOf({ text: right.text, held: null }, [{ text: left.text, held: null }, ...rivals])
  console.log(`\nUNCAC's articles taken from UNTOC, ${rivals.length} other instruments in the library`)
  for (const least of ARTICLE_SHARES) {
    const mains = articles.flatMap(({ article, words, from: [main] }) => (main === undefined || main.words < least * words ? [] : [{ ...main, into: article }]))
    const found = mains.flatMap(({ source, article, into }): [string, string][] => {
      const [from, to] = [left.labelOf.get(article), right.labelOf.get(into)]
      return source === 0 && from !== undefined && to !== undefined ? [[from, to]] : []
    })
    const { precision, recall, f1, missed, wrong } = scoreOf(found, gold)
    console.log(`  with at least ${100 * least} % of the article's words: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}; ${mains.length - found.length} articles given to another instrument`)
    console.log(`    missed: ${missed.join(' | ')}\n    wrong: ${wrong.join(' | ')}`)
  }
}

function composedScore({ text, truth }: Composed): Record<string, string> {
  const { clauses, whole } = provenanceOf({ text, held: null }, library)
  const sums = { given: 0, right: 0, rightInstrument: 0, wanted: 0, falseFresh: 0 }
  const trueTaken = library.map(() => 0)
  for (const [i, { passages, words }] of clauses.entries()) {
    const origin = truth[i] ?? null
    const [main] = passages
    if (origin !== null) {
      sums.wanted++
      trueTaken[origin.source] = (trueTaken[origin.source] ?? 0) + words
    }
    if (main === undefined) continue
    sums.given++
    if (origin === null) sums.falseFresh++
    else if (main.source === origin.source) {
      sums.rightInstrument++
      if (origin.clauses.has(main.sourceClause)) sums.right++
    }
  }
  const share = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3))
  const off = Math.max(...trueTaken.map((words, source) => Math.abs(words - (whole.taken[source] ?? 0)) / whole.words))
  return {
    clauses: `${sums.wanted} taken, ${clauses.length - sums.wanted} new`,
    'instrument P / R': `${share(sums.rightInstrument, sums.given)} / ${share(sums.rightInstrument, sums.wanted)}`,
    'clause P / R': `${share(sums.right, sums.given)} / ${share(sums.right, sums.wanted)}`,
    'new taken for old': String(sums.falseFresh),
    'most an instrument’s share is below': `${(100 * off).toFixed(1)} points`,
  }
}

goldScore()
console.log('\nSeeded compositions of clauses of the five instruments, words reworded at random, one clause in three from a text outside the library')
const outside = instrument('versions/au-aml-ctf-act-2006-v2026-07-01.txt', 99)
const long = instrument('treaties/isa-draft-exploitation-regs-2025-12-23-en.txt', 98)
console.table(REWORDED_SHARES.map((reworded) => ({ reworded: `${100 * reworded} %`, ...composedScore(composed({ library, outside, reworded, seed: 1969 })) })))

const words = ({ text }: Instrument): number => text.clauses.reduce((sum, clause) => sum + countWords(clause.text), 0)
const [time, floor, labels] = [
  median(timed(() => provenanceOf(long, library), { rounds: 5, warmup: 2 })),
  median(timed(() => [long, ...library].map(words), { rounds: 5, warmup: 2 })),
  median(timed(() => [long, ...library].map(({ text }) => labelsOf(text.clauses, text.settings)), { rounds: 5, warmup: 1 })),
]
console.log(`\nA text of ${words(long)} words against five instruments of ${library.reduce((sum, one) => sum + words(one), 0)} (labels alone ${labels.toFixed(0)} ms)`)
report('Provenance', [{ what: 'whole provenance, all texts read anew', unit: 'ms', ours: time, peer: { name: 'counting the words of all texts', value: floor } }])
