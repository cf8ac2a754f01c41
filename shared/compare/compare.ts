import { citationsOf, labelsOf, type Clause, type ClauseText } from '#shared/clauses/index.ts'
import { align } from './align.ts'
import { changesOf, type Cite } from './changes.ts'
import { classesOf } from './classes/classes.ts'
import type { Classes } from './classes/types.ts'
import { frameOf, type Frames } from './frame.ts'
import { Lexicon } from './lexicon.ts'
import { blocksOf, mirroredBlock, type Block } from './order.ts'
import { mirroredPart, partLinksOf, partsOf, type Part } from './parts.ts'
import type { Pairing } from './pairing.ts'
import { REDLINE_BUDGET } from './redline.ts'
import { replacementsOf } from './replacements.ts'
import { MAX_TOTAL_CELLS, rowsOf, type Labels } from './rows.ts'
import { summaryOf, type Drawn } from './summary.ts'
import type { CompareOptions, Comparison, RedlineBudget } from './types.ts'
import { weave } from './weave.ts'

/**
 * Compares two texts clause by clause: which clause answers which, what moved, and for each pair the redline of its
 * wording. Plain data; the same two texts always give the same result, and swapping them mirrors the pairs (AL3).
 * Capped by size (`caps` in the result), never by time.
 */
export function compareTexts(base: ClauseText, revised: ClauseText, options: CompareOptions = {}): Comparison {
  const labels = labelsFor(base, revised, options)
  const { frames, pairing, parts, block } = matched(base, revised, labels)
  const places = weave(frames, pairing, block)
  const budget = options.budget ?? REDLINE_BUDGET
  const rows = rowsOf({ frames, pairing, block, places, labels, budget })
  const classes = classesOf(
    { clauses: base.clauses, labels: labels.base, language: base.settings.language },
    { clauses: revised.clauses, labels: labels.revised, language: revised.settings.language },
    rows,
  )
  const cite = { base: citer(base.clauses, labels.base), revised: citer(revised.clauses, labels.revised) }
  return drawnUp({ rows, places, frames, pairing }, { partLinks: partLinksOf(frames, parts), classes, cite, budget })
}

/** The labels of both sides, as `options` hold them. */
export const labelsFor = (base: ClauseText, revised: ClauseText, { baseHeld, revisedHeld }: CompareOptions): Labels => ({
  base: labelsOf(base.clauses, base.settings, baseHeld ?? null),
  revised: labelsOf(revised.clauses, revised.settings, revisedHeld ?? null),
})

type Found = Readonly<{ partLinks: Comparison['partLinks']; classes: Classes; cite: Readonly<{ base: Cite; revised: Cite }>; budget: RedlineBudget }>

/** The result, once its rows are drawn and classed. */
export function drawnUp(drawn: Drawn, { partLinks, classes, cite, budget }: Found): Comparison {
  const { rows } = drawn
  return {
    rows,
    partLinks,
    summary: summaryOf(drawn),
    replacements: replacementsOf(rows),
    changes: changesOf(drawn, classes, cite),
    classes,
    caps: { budget, maxTotalCells: MAX_TOTAL_CELLS, wholeClauseRows: rows.filter((row) => row.redline?.precision === 'whole-clause').length },
  }
}

/** Which clauses answer which, and the words that tell. */
export type Matched = Readonly<{ frames: Frames; lexicon: Lexicon; pairing: Pairing; parts: readonly Part[]; block: Block }>

/** Ties are broken by order, so the sides always enter in the same order: the result cannot depend on which is which. */
export function matched(base: ClauseText, revised: ClauseText, labels: Labels): Matched {
  if (order(base.clauses, revised.clauses) > 0) {
    const { frames, lexicon, pairing, parts, block } = matched(revised, base, { base: labels.revised, revised: labels.base })
    return {
      frames: { base: frames.revised, revised: frames.base },
      lexicon,
      pairing: pairing.mirrored(),
      parts: parts.map(mirroredPart).sort((one, other) => one.base - other.base || one.revised - other.revised),
      block: mirroredBlock(block),
    }
  }
  const lexicon = new Lexicon()
  const frames = { base: frameOf(base.clauses, lexicon), revised: frameOf(revised.clauses, lexicon) }
  const numbersOf = (side: 'base' | 'revised'): string[] =>
    frames[side].clauses.map(({ id }) => labels[side].get(id)?.number ?? '')
  const { pairing, ...found } = align({ ...frames, lexicon, numbers: { base: numbersOf('base'), revised: numbersOf('revised') } })
  const parts = partsOf(frames, pairing, found)
  return { frames, lexicon, pairing, parts, block: blocksOf(frames, pairing, parts) }
}

/** A fixed order of texts: by length, then by the first clause that differs. */
function order(base: readonly Clause[], revised: readonly Clause[]): number {
  if (base.length !== revised.length) return base.length - revised.length
  for (const [i, one] of base.entries()) {
    const other = revised[i]
    if (other === undefined) return 1
    for (const [left, right] of [[one.text, other.text], [one.id, other.id], [one.kind, other.kind]] as const)
      if (left !== right) return left < right ? -1 : 1
    if (one.depth !== other.depth) return one.depth - other.depth
    if (one.number !== other.number) return (one.number ?? '') < (other.number ?? '') ? -1 : 1
  }
  return 0
}

/** Cites the clauses of one side by their index. */
export function citer(clauses: readonly Clause[], labels: Labels['base']): Cite {
  const citations = citationsOf(clauses, labels)
  return (index) => {
    const id = clauses[index]?.id
    return id === undefined ? '' : (citations.get(id) ?? '')
  }
}
