/*
 * `tsx peak.ts`: the peak memory of the process over five comparisons of the largest pair, above what it held before the
 * first, as JSON `{ megabytes }`.
 */
import { compareTexts } from '../../shared/compare/index.ts'
import { goldText, readGold } from './gold.ts'

const ROUNDS = 5
const gold = readGold('eu-nice-lisbon')
const [left, right] = [goldText(gold.left.clauses, 'l').text, goldText(gold.right.clauses, 'r').text]
const before = process.memoryUsage().rss
for (let round = 0; round < ROUNDS; round++) compareTexts(left, right)
console.log(JSON.stringify({ megabytes: (process.resourceUsage().maxRSS * 1024 - before) / 1e6 }))
