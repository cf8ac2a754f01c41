import { CERTAIN_CONFIDENCE, compareTexts, type Comparison } from '../../shared/compare/index.ts'
import type { Figure } from '../report.ts'
import { GOLD_SETS, goldText, readGold, scoreOf, type GoldText, type Score } from './gold.ts'

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

/** What alignment is to reach: F1 with splits and mergers, and the best of the peers and prototypes so far. */
const TO_REACH: Readonly<Record<(typeof GOLD_SETS)[number], Readonly<{ f1: number; best: number }>>> = {
  'untoc-uncac': { f1: 0.985, best: 0.987 },
  'budapest-uncac': { f1: 0.8, best: 0.692 },
  'eu-nice-lisbon': { f1: 0.96, best: 0.938 },
  'aiact-commission-council': { f1: 0.99, best: 0.99 },
}

const aimed = (what: string, ours: number, aim: number): Figure => ({ what, unit: '', ours, peer: { name: 'aim', value: aim }, toReach: { atLeast: 1 } })

/**
 * Alignment against the correspondences made by people: precision, recall and F1 of the primary matches, and with part
 * links added (where the truth is about articles). `showErrors`: names what was missed and what is wrong.
 */
export function alignmentFigures(showErrors: boolean): readonly Figure[] {
  return GOLD_SETS.flatMap((name): Figure[] => {
    const gold = readGold(name)
    const texts = { left: goldText(gold.left.clauses, 'l'), right: goldText(gold.right.clauses, 'r') }
    const comparison = compareTexts(texts.left.text, texts.right.text)
    const found = pairsOf(comparison.rows, texts)
    const aligned = [...found, ...pairsOf(comparison.partLinks.filter(({ kind }) => kind === 'split' || kind === 'merged'), texts)]
    const certain = scoreOf(pairsOf(comparison.rows.filter(({ confidence }) => confidence >= CERTAIN_CONFIDENCE), texts), gold)
    const [primary, all] = [scoreOf(found, gold), scoreOf(aligned, gold)]
    console.log(`${line(name, primary)}\n${line('  with splits and mergers', all)}\n  certain: precision ${certain.precision.toFixed(3)}, covering ${certain.recall.toFixed(3)}`)
    if (showErrors) console.log(`  missed: ${all.missed.join(' | ')}\n  wrong: ${all.wrong.join(' | ')}`)
    // The truth of the AI Act is about provisions, whose parts it does not count.
    const score = name === 'aiact-commission-council' ? primary : all
    const { f1, best } = TO_REACH[name]
    const figures = [
      { ...aimed(`${name}, F1`, score.f1, f1) },
      { what: `${name}, F1`, unit: '', ours: score.f1, peer: { name: 'best so far', value: best } },
      aimed(`${name}, precision of what is certain`, certain.precision, 0.99),
      aimed(`${name}, share of the pairs that is certain`, certain.recall, 0.85),
    ]
    if (name === 'budapest-uncac') figures.push(aimed(`${name}, precision`, score.precision, 0.9))
    if (gold.pairInfo !== undefined) {
      const moved = gold.pairs.filter((_, i) => gold.pairInfo?.[i]?.kind === 'moved').map(String)
      const given = new Set(aligned.map(String))
      figures.push(aimed(`${name}, F1 without "replaced"`, scoreOf(aligned, gold, 'replaced').f1, 0.985))
      figures.push(aimed(`${name}, recall of moved clauses`, moved.filter((pair) => given.has(pair)).length / moved.length, 0.92))
    }
    return figures
  })
}
