import { compareTexts, countWords, isWordingChange, type RedlineRun } from '../../shared/compare/index.ts'
import type { Figure } from '../report.ts'
import { goldText, readGold } from './gold.ts'
import { failuresOf, readRedlineCases } from './redline-cases.ts'

const isChange = (run: RedlineRun | undefined): boolean => run !== undefined && isWordingChange(run)
const ISLAND_WORDS = 2

/** The written cases that pass, and of AI Act Commission → Council the islands of one or two words and the words struck. */
export function redlineFigures(): readonly Figure[] {
  const cases = readRedlineCases()
  const failed = cases.flatMap((given) => failuresOf(given).map((failure) => `${given.id}: ${failure}`))
  for (const failure of failed) console.log(`  ${failure}`)
  const gold = readGold('aiact-commission-council')
  const { rows, summary } = compareTexts(goldText(gold.left.clauses, 'l').text, goldText(gold.right.clauses, 'r').text)
  const islands = rows.reduce((sum, { redline }) => {
    const runs = redline?.runs ?? []
    return sum + runs.filter((run, i) => run.kind === 'keep' && isChange(runs[i - 1]) && isChange(runs[i + 1]) && isIsland(run.text)).length
  }, 0)
  return [
    { what: 'written cases passed', unit: '', ours: cases.filter((given) => failuresOf(given).length === 0).length, peer: { name: 'cases', value: cases.length }, toReach: { atLeast: 1 } },
    { what: 'AI Act, islands of one or two words', unit: '', ours: islands, peer: { name: 'aim', value: 50 }, toReach: { atMost: 1 } },
    { what: 'AI Act, words struck', unit: '', ours: summary.words.struck, peer: { name: 'aim', value: 3900 }, toReach: { atMost: 1 } },
  ]
}

function isIsland(text: string): boolean {
  const words = countWords(text)
  return words > 0 && words <= ISLAND_WORDS
}
