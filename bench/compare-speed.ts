/*
 * The whole comparison of the largest pair, Nice → Lisbon, against its floor: tokenising both texts, one sparse TF-IDF
 * pass and the least word diff of the pairs that people made; and against `wdiff` on the same two texts, where it is
 * installed. All in one process, medians; the growth on texts made longer; the memory above the process's baseline.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clauseIdsFrom, type ClauseText } from '../shared/clauses/index.ts'
import { compareTexts, diffWords, isSpace, nearestPairs, segment, vectorsOf } from '../shared/compare/index.ts'
import { goldText, readGold, type GoldClause } from './compare/gold.ts'
import { edit, randomFrom } from './compare/synthetic.ts'
import { median, report, timed, type Figure } from './report.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const gold = readGold('eu-nice-lisbon')
const [left, right] = [goldText(gold.left.clauses, 'l').text, goldText(gold.right.clauses, 'r').text]

function floor(): void {
  const ids = new Map<string, number>()
  const tokens = (clauses: readonly GoldClause[]): ReadonlyMap<string, Int32Array> =>
    new Map(
      clauses.map(({ label, text }) => {
        const words = segment(text).filter((part) => !isSpace(part))
        return [label, Int32Array.from(words, (word) => ids.get(word) ?? (ids.set(word, ids.size), ids.size - 1))]
      }),
    )
  const [base, revised] = [tokens(gold.left.clauses), tokens(gold.right.clauses)]
  const vectors = vectorsOf([...base.values()], [...revised.values()])
  nearestPairs([vectors.base], [vectors.revised], { count: 8, maxPostings: 128 })
  for (const [from, to] of gold.pairs) diffWords([...(base.get(from) ?? [])], [...(revised.get(to) ?? [])])
}

const baseline = process.memoryUsage().rss
const ours = median(timed(() => compareTexts(left, right), { rounds: ROUNDS }))
const peak = process.resourceUsage().maxRSS * 1024 - baseline
const floorTime = median(timed(floor, { rounds: ROUNDS }))
const figures: Figure[] = [
  { what: 'Nice → Lisbon, whole comparison', unit: 'ms', ours, peer: { name: 'floor', value: floorTime }, toReach: { atMost: 2 } },
  { what: 'the same, peak memory above the baseline', unit: 'MB', ours: peak / 1e6, peer: { name: 'aim', value: 80 }, toReach: { atMost: 1 } },
]

const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
try {
  const files = [left, right].map(({ clauses }, i) => {
    const file = join(folder, `${i}.txt`)
    writeFileSync(file, clauses.map(({ text }) => text).join('\n'))
    return file
  })
  if (spawnSync('wdiff', ['--version']).error === undefined) {
    const value = median(timed(() => spawnSync('wdiff', files, { maxBuffer: 2 ** 28 }), { rounds: ROUNDS, warmup: 1 }))
    figures.push({ what: 'Nice → Lisbon, whole comparison', unit: 'ms', ours, peer: { name: 'wdiff', value }, toReach: { atMost: 0.5 } })
  } else console.warn('wdiff is not installed: not measured against it')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** `text` so many times over, each time with other words for some of its own, and ids of its own. */
function repeated({ clauses, ...rest }: ClauseText, times: number): ClauseText {
  const random = randomFrom(times)
  const newId = clauseIdsFrom((below) => Math.floor(random() * below))
  return {
    ...rest,
    clauses: Array.from({ length: times }, (_, copy) =>
      clauses.map((clause) => ({
        ...clause,
        id: newId(),
        text: clause.text.replace(/\p{L}{5,}/gv, (word) => (random() < 0.6 ? `${word.slice(0, 4)}${String.fromCharCode(97 + copy)}${word.slice(4, 6)}` : word)),
      })),
    ).flat(),
  }
}

const words = ({ clauses }: ClauseText): number => clauses.reduce((sum, { text }) => sum + text.split(/\s+/v).length, 0)
const sizes = [1, 4].map((times) => {
  const base = repeated(right, times)
  const { revised } = edit(base, left, 1)
  return { words: words(base), ms: median(timed(() => compareTexts(base, revised), { rounds: Math.min(3, ROUNDS), warmup: 1 })) }
})
const [small, large] = sizes
if (small !== undefined && large !== undefined) {
  const exponent = Math.log(large.ms / small.ms) / Math.log(large.words / small.words)
  console.log(`${small.words} words a side: ${small.ms.toFixed(0)} ms; ${large.words}: ${large.ms.toFixed(0)} ms; n^${exponent.toFixed(2)}`)
}
report('Comparison of the largest pair', figures)
