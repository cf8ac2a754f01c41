import { citationsOf, labelsOf, type Clause, type ClauseText } from '#shared/clauses/index.ts'
import { alignSteps } from './align.ts'
import { changesOf, type Cite } from './changes.ts'
import { classSteps } from './classes/classes.ts'
import type { Classes } from './classes/types.ts'
import { declaredIn, mirroredCorrection } from './declared.ts'
import { frameSteps, type Frames } from './frame.ts'
import { Lexicon } from './lexicon.ts'
import { blocksOf, mirroredBlock, type Block } from './order.ts'
import { mirroredPart, partLinksOf, partsOf, type Part } from './parts.ts'
import type { Pairing } from './pairing.ts'
import { progressOf, stage, type Progress } from './progress.ts'
import { REDLINE_BUDGET } from './redline.ts'
import { replacementsOf } from './replacements.ts'
import { MAX_TOTAL_CELLS, rowSteps, type Labels } from './rows.ts'
import { finish, part, type Steps } from './steps.ts'
import { summaryOf, type Drawn } from './summary.ts'
import type { CompareOptions, Comparison, Correction, RedlineBudget } from './types.ts'
import { weave } from './weave.ts'

/**
 * Compares two texts clause by clause: which clause answers which, what moved, and for each pair the redline of its
 * wording. Plain data; the same two texts always give the same result, and swapping them mirrors the pairs (AL3).
 * Capped by size (`caps` in the result), never by time.
 */
export const compareTexts = (base: ClauseText, revised: ClauseText, options: CompareOptions = {}): Comparison => finish(compareSteps(base, revised, options))

/**
 * `compareTexts` in steps of bounded work, for whoever must not be held up: at each step it says how far it is, and the
 * caller decides when to go on, or to give up (AL21).
 */
export function* compareSteps(base: ClauseText, revised: ClauseText, options: CompareOptions = {}): Steps<Comparison, Progress> {
  const labels = labelsFor(base, revised, options)
  const { frames, pairing, parts, block, idle } = yield* matchSteps({ base, revised, labels, corrections: options.corrections ?? [] })
  yield progressOf('aligning', 1)
  const places = weave(frames, pairing, block)
  yield progressOf('aligning', 1)
  const budget = options.budget ?? REDLINE_BUDGET
  const rows = yield* stage('redlining', rowSteps({ frames, pairing, block, places, labels, budget }))
  const classes = yield* stage(
    'classifying',
    classSteps(
      { clauses: base.clauses, labels: labels.base, language: base.settings.language },
      { clauses: revised.clauses, labels: labels.revised, language: revised.settings.language },
      rows,
    ),
  )
  yield progressOf('classifying', 1)
  const cite = { base: citer(base.clauses, labels.base), revised: citer(revised.clauses, labels.revised) }
  return yield* drawUpSteps({ rows, places, frames, pairing }, { partLinks: partLinksOf(frames, parts), classes, cite, budget, idle })
}

/** The labels of both sides, as `options` hold them. */
export const labelsFor = (base: ClauseText, revised: ClauseText, { baseHeld, revisedHeld }: CompareOptions): Labels => ({
  base: labelsOf(base.clauses, base.settings, baseHeld ?? null),
  revised: labelsOf(revised.clauses, revised.settings, revisedHeld ?? null),
})

type Found = Readonly<{ partLinks: Comparison['partLinks']; classes: Classes; cite: Readonly<{ base: Cite; revised: Cite }>; budget: RedlineBudget; idle: readonly Correction[] }>

/** The result, once its rows are drawn and classed. */
export function* drawUpSteps(drawn: Drawn, { partLinks, classes, cite, budget, idle }: Found): Steps<Comparison, Progress> {
  const { rows } = drawn
  yield progressOf('summing-up', 0)
  const summary = summaryOf(drawn)
  yield progressOf('summing-up', 0.5)
  const replacements = replacementsOf(rows)
  yield progressOf('summing-up', 0.7)
  const changes = changesOf(drawn, classes, cite)
  yield progressOf('summing-up', 1)
  return {
    rows,
    partLinks,
    summary,
    replacements,
    changes,
    classes,
    caps: {
      budget,
      maxTotalCells: MAX_TOTAL_CELLS,
      wholeClauseRows: rows.filter((row) => row.redline?.precision === 'whole-clause').length,
    },
    idleCorrections: idle,
  }
}

/** Which clauses answer which, and the words that tell. */
export type Matched = Readonly<{ frames: Frames; lexicon: Lexicon; pairing: Pairing; parts: readonly Part[]; block: Block; idle: readonly Correction[] }>
type ToMatch = Readonly<{ base: ClauseText; revised: ClauseText; labels: Labels; corrections: readonly Correction[] }>

/** Ties are broken by order, so the sides always enter in the same order: the result cannot depend on which is which. */
export function* matchSteps({ base, revised, labels, corrections }: ToMatch): Steps<Matched, Progress> {
  if (order(base.clauses, revised.clauses) > 0) {
    const swapped = { base: revised, revised: base, labels: { base: labels.revised, revised: labels.base } }
    const { frames, lexicon, pairing, parts, block, idle } = yield* matchSteps({ ...swapped, corrections: corrections.map(mirroredCorrection) })
    return {
      frames: { base: frames.revised, revised: frames.base },
      lexicon,
      pairing: pairing.mirrored(),
      parts: parts.map(mirroredPart).sort((one, other) => one.base - other.base || one.revised - other.revised),
      block: mirroredBlock(block),
      idle: idle.map(mirroredCorrection),
    }
  }
  const lexicon = new Lexicon()
  const frames = yield* stage('reading', framesOf({ base, revised }, lexicon))
  const numbersOf = (side: 'base' | 'revised'): string[] =>
    frames[side].clauses.map(({ id }) => labels[side].get(id)?.number ?? '')
  const { declared, idle } = declaredIn({ base: base.clauses, revised: revised.clauses }, corrections)
  const sides = { ...frames, lexicon, numbers: { base: numbersOf('base'), revised: numbersOf('revised') } }
  const { pairing, ...found } = yield* stage('aligning', alignSteps(sides, declared))
  yield progressOf('aligning', 1)
  const parts = partsOf(frames, pairing, found)
  yield progressOf('aligning', 1)
  return { frames, lexicon, pairing, parts, block: blocksOf(frames, pairing, parts), idle }
}

function* framesOf({ base, revised }: Readonly<{ base: ClauseText; revised: ClauseText }>, lexicon: Lexicon): Steps<Frames> {
  return { base: yield* part(frameSteps(base.clauses, lexicon), 0, 0.5), revised: yield* part(frameSteps(revised.clauses, lexicon), 0.5, 1) }
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
