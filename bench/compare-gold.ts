/*
 * Alignment against the correspondences made by people: precision, recall and F1 of the engine's primary matches, and
 * with part links added (where the truth is about articles). `npx tsx bench/compare-gold.ts [--errors]`.
 */
import { CERTAIN_CONFIDENCE, compareTexts, type Comparison } from '../shared/compare/index.ts'
import { GOLD_SETS, goldText, readGold, scoreOf, type GoldText, type Score } from './compare/gold.ts'

const showErrors = process.argv.includes('--errors')

type Texts = Readonly<{ left: GoldText; right: GoldText }>
type Linked = Pick<Comparison['rows'][number], 'base' | 'revised'>

function pairsOf(links: readonly Linked[], { left, right }: Texts): [string, string][] {
  return links.flatMap(({ base, revised }) => {
    const [from, to] = [base && left.labelOf.get(base), revised && right.labelOf.get(revised)]
    return from && to ? [[from, to] as [string, string]] : []
  })
}

const line = (name: string, { precision, recall, f1 }: Score): string =>
  `${name.padEnd(44)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`

for (const name of GOLD_SETS) {
  const gold = readGold(name)
  const [left, right] = [goldText(gold.left.clauses, 'l'), goldText(gold.right.clauses, 'r')]
  const comparison = compareTexts(left.text, right.text)
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    compareTexts(left.text, right.text)
    return performance.now() - start
  }).sort((one, other) => one - other)
  const found = pairsOf(comparison.rows, { left, right })
  const parts = comparison.partLinks.filter(({ kind }) => kind === 'split' || kind === 'merged')
  const split = pairsOf(parts, { left, right })
  const aligned = [...found, ...split]
  const primary = scoreOf(found, gold)
  console.log(`${line(name, primary)}   ${(times[2] ?? 0).toFixed(0)} ms warm, redlines included`)
  const certain = scoreOf(pairsOf(comparison.rows.filter(({ confidence }) => confidence >= CERTAIN_CONFIDENCE), { left, right }), gold)
  console.log(`  certain: precision ${certain.precision.toFixed(3)}, covering ${certain.recall.toFixed(3)}`)
  const all = scoreOf(aligned, gold)
  console.log(line('  with splits and mergers', all))
  if (gold.pairInfo !== undefined) {
    console.log(line('  the same without "replaced"', scoreOf(aligned, gold, 'replaced')))
    const moved = gold.pairs.filter((_, i) => gold.pairInfo?.[i]?.kind === 'moved').map(String)
    const given = new Set(aligned.map(String))
    console.log(`  moved: recall ${(moved.filter((pair) => given.has(pair)).length / moved.length).toFixed(3)} of ${moved.length}`)
  }
  if (showErrors) console.log(`  missed: ${all.missed.join(' | ')}\n  wrong: ${all.wrong.join(' | ')}`)
}
