import type { Clause, ClauseText } from '#shared/clauses/index.ts'
import { citer, drawUpSteps, labelsFor, matchSteps } from './compare.ts'
import type { Cite } from './changes.ts'
import { KeptClasses, type Reworded } from './classes/kept-classes.ts'
import type { Lexicon } from './lexicon.ts'
import { FREE } from './pairing.ts'
import { partLinksOf } from './parts.ts'
import { REDLINE_BUDGET } from './redline.ts'
import { rewordedIn } from './reworded.ts'
import { linkedRows, MAX_TOTAL_CELLS, ownRowSteps, rowMaker, type Labels, type OwnRow, type RowMaker } from './rows.ts'
import { finish } from './steps.ts'
import { sharedWords } from './shared-words.ts'
import type { Drawn } from './summary.ts'
import type { CompareOptions, Comparison, RedlineBudget } from './types.ts'
import { weave } from './weave.ts'

/** A match by likeness is in doubt once the two have less than this share of the words in common that they had. */
const DOUBT = 0.5

/** What is kept of the last comparison. `words` are the revised clauses in `drawn`'s frame, written in as they change. */
type Kept = Readonly<{
  revised: ClauseText
  words: Readonly<{ clauses: Clause[]; stems: Int32Array[] }>
  /** The share of words that each base clause had in common with its partner when they were matched, where it was asked for. */
  shares: Map<number, number>
  lexicon: Lexicon
  drawn: Drawn
  labels: Labels
  rowAt: RowMaker
  own: readonly OwnRow[]
  /** The row of each revised clause. */
  rowOf: readonly number[]
  /** Whether one id stands twice in a text, so that a row does not tell which clause it is about. */
  hasTwins: boolean
  classes: KeptClasses
  cite: Readonly<{ base: Cite; revised: Cite }>
  comparison: Comparison
}>

/**
 * Compares one base with a revised text that goes on changing. `update` computes again what a change touched and keeps
 * the rest; `settle` answers what `compareTexts` does (IC1 to IC6). A row that stays the same stays the same object while
 * words change alone.
 */
export class Comparer {
  readonly #base: ClauseText
  readonly #options: CompareOptions
  readonly #budget: RedlineBudget
  #kept: Kept | null = null
  #isProvisional = false

  constructor(base: ClauseText, options: CompareOptions = {}) {
    this.#base = base
    this.#options = options
    this.#budget = options.budget ?? REDLINE_BUDGET
  }

  /** Whether words of the last result are newer than its alignment, so that `settle` may align otherwise (IC3). */
  get isProvisional(): boolean {
    return this.#isProvisional
  }

  /** The comparison with `revised`: the text of the last call after some edits, its untouched clauses the same objects. */
  update(revised: ClauseText): Comparison {
    const kept = this.#kept
    const touched = kept === null ? null : rewordedIn(kept.revised, revised)
    if (kept === null || touched === null) return this.#whole(revised)
    return touched.length === 0 ? kept.comparison : (this.#reworded(kept, revised, touched) ?? this.#whole(revised))
  }

  /** The comparison with the text of the last call, aligned anew where it is provisional; null before the first. */
  settle(): Comparison | null {
    if (this.#kept === null) return null
    return this.#isProvisional ? this.#whole(this.#kept.revised) : this.#kept.comparison
  }

  #whole(revised: ClauseText): Comparison {
    const [base, budget] = [this.#base, this.#budget]
    const labels = labelsFor(base, revised, this.#options)
    const { lexicon, pairing, parts, block, idle, ...found } = finish(matchSteps({ base, revised, labels, corrections: this.#options.corrections ?? [] }))
    const words = { clauses: [...revised.clauses], stems: [...found.frames.revised.stems] }
    const frames = { base: found.frames.base, revised: { ...found.frames.revised, ...words } }
    const places = weave(frames, pairing, block)
    const rowAt = rowMaker({ frames, pairing, block, labels })
    const own = finish(ownRowSteps({ places, budget, frames }, rowAt))
    const drawn = { rows: linkedRows(own, { places, frames, labels }), places, frames, pairing }
    const classes = new KeptClasses(
      { clauses: base.clauses, labels: labels.base, language: base.settings.language },
      { clauses: revised.clauses, labels: labels.revised, language: revised.settings.language },
      drawn.rows,
    )
    const cite = { base: citer(base.clauses, labels.base), revised: citer(revised.clauses, labels.revised) }
    const comparison = finish(drawUpSteps(drawn, { partLinks: partLinksOf(frames, parts), classes: classes.classes, cite, budget, idle }))
    const rowOf: number[] = []
    for (const [row, place] of places.entries()) if (place.revised !== null) rowOf[place.revised] = row
    this.#kept = { revised, words, shares: new Map(), lexicon, drawn, labels, rowAt, own, rowOf, hasTwins: [base, revised].some(hasTwins), classes, cite, comparison }
    this.#isProvisional = false
    return comparison
  }

  /** The comparison in the same alignment once the clauses at `touched` read as in `revised`; null where one must align anew (IC5). */
  #reworded(kept: Kept, revised: ClauseText, touched: readonly number[]): Comparison | null {
    const { words, lexicon, labels, rowAt, rowOf } = kept
    const { places, frames } = kept.drawn
    const now = touched.flatMap((at): Reworded[] => {
      const [row, clause] = [rowOf[at], revised.clauses[at]]
      return row === undefined || clause === undefined ? [] : [{ row, at, clause }]
    })
    const stems = now.map(({ clause }) => lexicon.stemsOf(clause.text))
    if (kept.hasTwins || now.some(({ at }, i) => isInDoubt(kept, at, stems[i] ?? NO_STEMS))) return null
    for (const [i, { at, clause }] of now.entries()) {
      words.clauses[at] = clause
      words.stems[at] = stems[i] ?? NO_STEMS
    }
    const own = [...kept.own]
    for (const { row } of now) {
      const place = places[row]
      if (place !== undefined) own[row] = finish(rowAt(place, this.#budget.maxCells))
    }
    if ([kept.own, own].some((rows) => cellsOf(rows) > MAX_TOTAL_CELLS - this.#budget.maxCells)) return null
    const rows = linkedRows(own, { places, frames, labels }, { own: kept.own, rows: kept.drawn.rows })
    const drawn = { ...kept.drawn, rows }
    const classes = kept.classes.reword(now, rows)
    const isCitedByWords = now.some(({ clause: { kind } }) => kind === 'definition' || kind === 'heading')
    const cite = isCitedByWords ? { ...kept.cite, revised: citer(words.clauses, labels.revised) } : kept.cite
    const { partLinks, idleCorrections: idle } = kept.comparison
    const comparison = finish(drawUpSteps(drawn, { partLinks, classes, cite, budget: this.#budget, idle }))
    this.#kept = { ...kept, revised, drawn, own, cite, comparison }
    this.#isProvisional = true
    return comparison
  }
}

const NO_STEMS = new Int32Array()

const hasTwins = ({ clauses }: ClauseText): boolean => new Set(clauses.map(({ id }) => id)).size < clauses.length

const cellsOf = (own: readonly OwnRow[]): number => own.reduce((sum, { cells }) => sum + cells, 0)

/** Whether a clause that was matched by likeness has become too unlike its partner, now that its words are `stems`. */
function isInDoubt({ words, shares, drawn: { frames, pairing } }: Kept, at: number, stems: Int32Array): boolean {
  const partner = pairing.baseOf(at)
  if (partner === FREE || pairing.groundsOf(partner)?.reason.rule === 'same-id') return false
  const theirs = frames.base.stems[partner] ?? NO_STEMS
  const then = shares.get(partner) ?? sharedWords(theirs, words.stems[at] ?? NO_STEMS)
  shares.set(partner, then)
  return sharedWords(theirs, stems) < DOUBT * then
}
