import { cellsOf, diffWords, MAX_DISTINCT_WORDS, type Stretch } from './diff.ts'
import { cosmeticOf } from './fold.ts'
import { present } from './present.ts'
import { RunWriter } from './runs.ts'
import type { ClauseRedline, RedlineBudget, RedlineRun } from './types.ts'
import { textBetween, wordingOf, type Spellings, type Wording } from './wording.ts'

/**
 * Two unrelated texts of 4,000 words each side take a fifth of a second; twice as many take four times as long. That is
 * where a redline of words stops being worth its wait, and being read.
 */
export const REDLINE_BUDGET: RedlineBudget = { maxCells: 16_000_000 }

/**
 * The redline from `base` to `revised`, by words: both texts can be read back from it exactly, no word and no grapheme
 * cluster is cut, and swapping the two sides mirrors it. Beyond `budget` it strikes and inserts the whole, and says so.
 * The least edit is Myers' O(ND) (1986) as in diff-match-patch, over interned words.
 */
export function redline(base: string, revised: string, budget: RedlineBudget = REDLINE_BUDGET): ClauseRedline {
  return redlineWithin(base, revised, budget).redline
}

/** A redline and the cells of the budget that it used. */
export type CountedRedline = Readonly<{ redline: ClauseRedline; cells: number }>

/** As `redline`, with what it cost, for callers who share one budget among many. */
export function redlineWithin(base: string, revised: string, budget: RedlineBudget): CountedRedline {
  if (base === revised) return { redline: { precision: 'word', runs: base === '' ? [] : [{ kind: 'keep', text: base }] }, cells: 0 }
  const spellings: Spellings = new Map()
  const sides = { base: wordingOf(base, spellings), revised: wordingOf(revised, spellings) }
  const cells = cellsOf(sides.base.ids, sides.revised.ids)
  if (cells > budget.maxCells || spellings.size > MAX_DISTINCT_WORDS)
    return { redline: { precision: 'whole-clause', runs: replaced(base, revised), reason: 'budget' }, cells: 0 }
  const least = base < revised ? diffWords(sides.base.ids, sides.revised.ids) : mirrored(sides)
  return { redline: { precision: 'word', runs: runsOf(present(least, sides), sides) }, cells }
}

type Sides = Readonly<{ base: Wording; revised: Wording }>

/** Of several least edits Myers' search takes another one when the sides are swapped, so it always runs the same way. */
const mirrored = ({ base, revised }: Sides): Stretch[] =>
  diffWords(revised.ids, base.ids).map(({ kind, base, revised }) => ({ kind, base: revised, revised: base }))

function replaced(base: string, revised: string): readonly RedlineRun[] {
  const writer = new RunWriter()
  writer.change(base, revised, null)
  return writer.runs()
}

function runsOf(stretches: readonly Stretch[], { base, revised }: Sides): readonly RedlineRun[] {
  const writer = new RunWriter()
  let [i, j] = [0, 0]
  /** Whether the gaps before words `i` and `j` are written: a change takes the gap after it along. */
  let gapWritten = false
  for (const stretch of stretches) {
    if (stretch.kind === 'kept') {
      for (let k = 0; k < stretch.base; k++, i++, j++) {
        if (!gapWritten) writer.pair(base.gaps[i] ?? '', revised.gaps[j] ?? '', 'typography')
        gapWritten = false
        const [was, is] = [base.words[i] ?? '', revised.words[j] ?? '']
        writer.pair(was, is, cosmeticOf(was, is))
      }
      continue
    }
    const [iEnd, jEnd] = [i + stretch.base, j + stretch.revised]
    writeChange(writer, { base, i, iEnd, revised, j, jEnd })
    gapWritten = true
    i = iEnd
    j = jEnd
  }
  if (!gapWritten) writer.pair(base.gaps[i] ?? '', revised.gaps[j] ?? '', 'typography')
  return writer.runs()
}

type Region = Readonly<{ base: Wording; i: number; iEnd: number; revised: Wording; j: number; jEnd: number }>

/** A change with the gaps on both its ends; a gap that is the same on both sides is kept, once. */
function writeChange(writer: RunWriter, { base, i, iEnd, revised, j, jEnd }: Region): void {
  let [struck, inserted] = [
    textBetween(base, i, iEnd) + (base.gaps[iEnd] ?? ''),
    textBetween(revised, j, jEnd) + (revised.gaps[jEnd] ?? ''),
  ]
  const lead = base.gaps[i] ?? ''
  let led = ''
  if (lead === (revised.gaps[j] ?? '')) {
    led = lead
    struck = struck.slice(lead.length)
    inserted = inserted.slice(lead.length)
  }
  const trail = base.gaps[iEnd] ?? ''
  let trailed = ''
  const apart = led === '' || (i < iEnd && j < jEnd)
  if (trail === (revised.gaps[jEnd] ?? '') && apart) {
    trailed = trail
    struck = struck.slice(0, struck.length - trail.length)
    inserted = inserted.slice(0, inserted.length - trail.length)
  }
  writer.keep(led)
  writer.change(struck, inserted, null)
  writer.keep(trailed)
}
