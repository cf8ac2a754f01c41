import { cellsOf, diffSteps, type Stretch } from './diff.ts'
import { cosmeticOf } from './fold.ts'
import { present } from './present.ts'
import { renumberedReferences, type Renumberings } from './references.ts'
import { RunWriter } from './runs.ts'
import { finish, type Steps } from './steps.ts'
import type { ClauseRedline, RedlineBudget, RedlineRun } from './types.ts'
import { Spellings, textBetween, wordingOf, type Wording } from './wording.ts'

/**
 * Two unrelated texts of 4,000 words each side take a fifth of a second; twice as many take four times as long. That is
 * where a redline of words stops being worth its wait, and being read.
 */
export const REDLINE_BUDGET: RedlineBudget = { maxCells: 16_000_000 }

/**
 * The redline from `base` to `revised`, by words: both texts can be read back from it exactly, no word and no grapheme
 * cluster is cut, and swapping the two sides mirrors it. Beyond `budget` it strikes and inserts the whole, and says so.
 * The least edit is Myers' O(ND) (1986), over interned words.
 */
export function redline(base: string, revised: string, budget: RedlineBudget = REDLINE_BUDGET): ClauseRedline {
  return redlineWithin(base, revised, { budget, renumberings: null }).redline
}

/** A redline, the cells of the budget that it used, and the names of the references that only follow a renumbering. */
export type CountedRedline = Readonly<{ redline: ClauseRedline; cells: number; references: readonly string[] }>

/**
 * `renumberings`: what was renumbered around the two texts, so that references which follow are told apart (RL13).
 * `spellings`: those of a whole comparison, which has most words many times.
 */
export type RedlineLimits = Readonly<{ budget: RedlineBudget; renumberings: Renumberings | null; spellings?: Spellings }>

/** As `redline`, with what it cost, for callers who share one budget among many. */
export const redlineWithin = (base: string, revised: string, limits: RedlineLimits): CountedRedline => finish(redlineSteps(base, revised, limits))

/** `redlineWithin` in steps. */
export function* redlineSteps(base: string, revised: string, { budget, renumberings, spellings = new Spellings() }: RedlineLimits): Steps<CountedRedline> {
  if (base === revised) return { redline: { precision: 'word', runs: base === '' ? [] : [{ kind: 'keep', text: base }] }, cells: 0, references: [] }
  const sides = {
    base: referring(wordingOf(base, spellings), 'base', { renumberings, spellings }),
    revised: referring(wordingOf(revised, spellings), 'revised', { renumberings, spellings }),
  }
  const cells = cellsOf(sides.base.ids, sides.revised.ids)
  if (cells > budget.maxCells)
    return { redline: { precision: 'whole-clause', runs: replaced(base, revised), reason: 'budget' }, cells: 0, references: [] }
  const least = base < revised ? yield* diffSteps(sides.base.ids, sides.revised.ids) : mirrored(yield* diffSteps(sides.revised.ids, sides.base.ids))
  const { runs, references } = drawn(present(settled(least, sides), sides), sides)
  return { redline: { precision: 'word', runs }, cells, references }
}

type Naming = Readonly<{ renumberings: Renumberings | null; spellings: Spellings }>

/** The same wording, its references to renumbered clauses named by what they refer to: the same on both sides (RL13). */
function referring(wording: Wording, side: 'base' | 'revised', { renumberings, spellings }: Naming): Wording {
  if (renumberings === null) return wording
  const references = renumberedReferences(wording.words, side, renumberings)
  if (references.length === 0) return wording
  const ids = [...wording.ids]
  for (const { at, name } of references) ids[at] = spellings.of(`\n${name}`)
  return { ...wording, ids, references: new Map(references.map(({ at, name }) => [at, name])) }
}

/** A reference that did not follow its clause's renumbering is the same word on both sides, and no change. */
function settled(stretches: readonly Stretch[], { base, revised }: Sides): readonly Stretch[] {
  let [i, j] = [0, 0]
  return stretches.map((stretch) => {
    const [from, to] = [i, j]
    i += stretch.base
    j += stretch.revised
    const isSame = stretch.base === stretch.revised && base.words.slice(from, i).every((word, k) => word === revised.words[to + k])
    return isSame ? { ...stretch, kind: 'kept' } : stretch
  })
}

type Sides = Readonly<{ base: Wording; revised: Wording }>

/** Of several least edits Myers' search takes another one when the sides are swapped, so it always runs the same way. */
const mirrored = (stretches: readonly Stretch[]): Stretch[] => stretches.map(({ kind, base, revised }) => ({ kind, base: revised, revised: base }))

function replaced(base: string, revised: string): readonly RedlineRun[] {
  const writer = new RunWriter()
  writer.change(base, revised, null)
  return writer.runs()
}

type Runs = Readonly<{ runs: readonly RedlineRun[]; references: readonly string[] }>

function drawn(stretches: readonly Stretch[], { base, revised }: Sides): Runs {
  const writer = new RunWriter()
  const references: string[] = []
  let [i, j] = [0, 0]
  /** Whether the gaps before words `i` and `j` are written: a change takes the gap after it along. */
  let gapWritten = false
  for (const stretch of stretches) {
    if (stretch.kind === 'kept') {
      const end = i + stretch.base
      while (i < end) {
        const same = sameFrom({ base, i, iEnd: end, revised, j, jEnd: j + end - i }, gapWritten)
        if (same > 0) {
          writer.keep(gapWritten ? textBetween(base, i, i + same).slice(base.gaps[i]?.length) : textBetween(base, i, i + same))
          i += same
          j += same
          gapWritten = false
          continue
        }
        if (!gapWritten) writer.pair(base.gaps[i] ?? '', revised.gaps[j] ?? '', 'typography')
        gapWritten = false
        const [was, is] = [base.words[i] ?? '', revised.words[j] ?? '']
        const reference = base.references?.get(i)
        const follows = reference !== undefined && reference === revised.references?.get(j)
        writer.pair(was, is, follows ? 'reference' : cosmeticOf(was, is))
        if (follows) references.push(reference)
        i++
        j++
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
  return { runs: writer.runs(), references }
}

/** How many words, with the gaps before them, are the same to the letter and refer to nothing; the first gap may be written already. */
function sameFrom({ base, i, iEnd, revised, j }: Region, gapWritten: boolean): number {
  const isSame = (k: number): boolean => base.words[i + k] === revised.words[j + k] && base.references?.has(i + k) !== true
  if (i >= iEnd || !isSame(0) || (!gapWritten && base.gaps[i] !== revised.gaps[j])) return 0
  let count = 1
  while (i + count < iEnd && base.gaps[i + count] === revised.gaps[j + count] && isSame(count)) count++
  return count
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
