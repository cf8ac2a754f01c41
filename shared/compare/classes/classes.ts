import { finish, Pace, type Steps } from '../steps.ts'
import type { RedlineRun, Row } from '../types.ts'
import { classifyChange } from './change.ts'
import { classifyLabel, classifyWhole } from './clause.ts'
import { figuresOf } from './figures.ts'
import { isOverKept } from './headings.ts'
import type { Hunk } from './hunk.ts'
import { Reader } from './reader.ts'
import { leadInOf, sidesOf, type ClassSide } from './sides.ts'
import { stretchesOf, Surplus, type Standing } from './surplus.ts'
import { Targets } from './targets.ts'
import { excused, graver, type Classes, type RowClass, type Verdict } from './types.ts'

/** One text: its clauses, their labels, and its language. */
export type Classified = Readonly<{ clauses: ClassSide['clauses']; labels: ClassSide['labels']; language: string }>

/** Classifies the changes between two texts, given their rows (CC1). */
export class Classifier {
  readonly #sides: ReturnType<typeof sidesOf>
  readonly #reader: Reader
  readonly #targets: Targets
  readonly #surplus: Readonly<{ base: Surplus; revised: Surplus }>

  readonly #leads = { base: new Map<number, string>(), revised: new Map<number, string>() }
  /** All words of both texts in lower case, once they are asked for. */
  #all: string | null = null

  constructor(base: Classified, revised: Classified, rows: readonly Row[]) {
    this.#sides = sidesOf(base, revised, rows)
    this.#reader = new Reader(base.language === 'en' && revised.language === 'en')
    this.#targets = new Targets(this.#sides)
    this.#surplus = {
      base: new Surplus(stretchesOf(rows, this.#sides.base, 'base'), this.#sides.base, this.#reader),
      revised: new Surplus(stretchesOf(rows, this.#sides.revised, 'revised'), this.#sides.revised, this.#reader),
    }
  }

  /** A change between clause `base` of the one text and `revised` of the other; `others`: the further ones between them. */
  change(hunk: Hunk, { base, revised }: Readonly<{ base: number; revised: number }>, others: readonly Hunk[]): Verdict {
    const [was, is] = [this.#sides.base.clauses[base], this.#sides.revised.clauses[revised]]
    return classifyChange(hunk, {
      reader: this.#reader,
      sameTarget: this.#targets.from(base, revised),
      isKnown: (word, times) => this.#isKnown(word, times),
      others,
      standsElsewhere: (words, side) => this.#standing({ words, isWhole: false }, side, side === 'base' ? base : revised) !== null,
      told: () => ({
        base: { own: was?.text ?? '', leadIn: this.#leadIn('base', base) },
        revised: { own: is?.text ?? '', leadIn: this.#leadIn('revised', revised) },
      }),
      isDefinition: was?.kind === 'definition' || is?.kind === 'definition',
      isHeading: () => isOverKept(this.#sides, base, revised),
    })
  }

  /** A clause of one side that has no partner. */
  whole(side: 'base' | 'revised', index: number): Verdict {
    const clause = this.#sides[side].clauses[index]
    if (clause === undefined) throw new Error(`there is no clause ${index}`)
    return classifyWhole(clause, side, () => this.#standing({ words: clause.text, isWhole: true }, side, index))
  }

  /** Whether words of one side stand in what the other has alone near by. */
  #standing({ words, isWhole }: Readonly<{ words: string; isWhole: boolean }>, side: 'base' | 'revised', index: number): Standing | null {
    return this.#surplus[side === 'base' ? 'revised' : 'base'].standingOf(words, isWhole, { index, anchor: this.#sides[side].anchor[index] ?? 0 })
  }

  #leadIn(side: 'base' | 'revised', index: number): string {
    let lead = this.#leads[side].get(index)
    if (lead === undefined) {
      lead = leadInOf(this.#sides[side], index)
      this.#leads[side].set(index, lead)
    }
    return lead
  }

  #isKnown(stem: string, times: number): boolean {
    this.#all ??= [this.#sides.base, this.#sides.revised].map(({ clauses }) => clauses.map(({ text }) => text).join('\n').toLowerCase()).join('\n')
    let at = -1
    for (let found = 0; found <= times; found++) if ((at = this.#all.indexOf(stem, at + 1)) < 0) return false
    return true
  }
}

/** The class of every row that shows a difference, and the figures (CC1, CC2). */
export const classesOf = (base: Classified, revised: Classified, rows: readonly Row[]): Classes => finish(classSteps(base, revised, rows))

/** Letters classified in one step. */
const STEP = 10_000

/** `classesOf` in steps. */
export function* classSteps(base: Classified, revised: Classified, rows: readonly Row[]): Steps<Classes> {
  const classifier = new Classifier(base, revised, rows)
  const indexes = { base: new Map(base.clauses.map(({ id }, i) => [id, i])), revised: new Map(revised.clauses.map(({ id }, i) => [id, i])) }
  const classed: (RowClass | null)[] = []
  yield 0
  const pace = new Pace(STEP)
  for (const row of rows) {
    const [was, is] = [row.base === null ? undefined : indexes.base.get(row.base), row.revised === null ? undefined : indexes.revised.get(row.revised)]
    const letters = row.relation === 'kept' ? 1 : (base.clauses[was ?? -1]?.text.length ?? 0) + (revised.clauses[is ?? -1]?.text.length ?? 0)
    if (pace.isDue(letters)) yield classed.length / rows.length
    classed.push(yield* rowClassSteps(classifier, row, { was, is }))
  }
  return { rows: classed, figures: figuresOf(classed) }
}

type Indexes = Readonly<{ was: number | undefined; is: number | undefined }>

/** Changes classified in one step. */
const CHANGES_STEP = 64

function* rowClassSteps(classifier: Classifier, row: Row, { was, is }: Indexes): Steps<RowClass | null> {
  if (row.ghostOf !== null) return null
  const label = row.relabelled === null ? null : classifyLabel(row.relabelled)
  const emphasis = row.formattingChanged ? excused('emphasis', { struck: '', inserted: '' }) : null
  if (was === undefined || is === undefined) {
    const whole = was === undefined ? (is === undefined ? null : classifier.whole('revised', is)) : classifier.whole('base', was)
    return gathered({ whole, label, emphasis, hunks: [] })
  }
  const hunks = hunksIn(row.redline?.runs ?? [])
  const verdicts: Verdict[] = []
  for (const [i, hunk] of hunks.entries()) {
    if (i % CHANGES_STEP === CHANGES_STEP - 1) yield i / hunks.length
    verdicts.push(classifier.change(hunk, { base: was, revised: is }, hunks.filter((other) => other !== hunk)))
  }
  return gathered({ whole: null, label, emphasis, hunks: verdicts })
}

function gathered(parts: Pick<RowClass, 'whole' | 'label' | 'emphasis' | 'hunks'>): RowClass | null {
  const verdicts = [parts.whole, parts.label, parts.emphasis, ...parts.hunks].filter((verdict) => verdict !== null)
  const [first] = verdicts
  if (first === undefined) return null
  return { class: verdicts.reduce((gravest, verdict) => graver(gravest, verdict.class), first.class), weight: Math.max(...verdicts.map(({ weight }) => weight)), ...parts }
}

/** The changes of a redline one by one, typography included: each a strike, an insertion, or both beside each other. */
export function hunksIn(runs: readonly RedlineRun[]): readonly Hunk[] {
  const base = runs.map(({ kind, text }) => (kind === 'insert' ? '' : text)).join('')
  const revised = runs.map(({ kind, text }) => (kind === 'strike' ? '' : text)).join('')
  const hunks: Hunk[] = []
  let [i, j, open] = [0, 0, null as Readonly<{ i: number; j: number }> | null]
  const close = (): void => {
    if (open === null) return
    hunks.push({
      base: { words: base.slice(open.i, i), before: base.slice(0, open.i), after: base.slice(i) },
      revised: { words: revised.slice(open.j, j), before: revised.slice(0, open.j), after: revised.slice(j) },
    })
    open = null
  }
  for (const { kind, text } of runs) {
    if (kind === 'keep') close()
    else open ??= { i, j }
    if (kind !== 'insert') i += text.length
    if (kind !== 'strike') j += text.length
  }
  close()
  return hunks
}
