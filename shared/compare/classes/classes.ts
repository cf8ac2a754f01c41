import type { RedlineRun, Row } from '../types.ts'
import { classifyChange } from './change.ts'
import { classifyLabel, classifyWhole } from './clause.ts'
import { figuresOf } from './figures.ts'
import type { Hunk } from './hunk.ts'
import { Reader } from './reader.ts'
import { areNear, leadInOf, sidesOf, type ClassSide } from './sides.ts'
import { stretchesOf, Surplus } from './surplus.ts'
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

  constructor(base: Classified, revised: Classified, rows: readonly Row[]) {
    this.#sides = sidesOf(base, revised, rows)
    this.#reader = new Reader(base.language === 'en' && revised.language === 'en')
    this.#targets = new Targets(this.#sides)
    this.#surplus = {
      base: new Surplus(stretchesOf(rows, this.#sides.base, 'base'), this.#reader),
      revised: new Surplus(stretchesOf(rows, this.#sides.revised, 'revised'), this.#reader),
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
      standsElsewhere: (words, side) =>
        side === 'base'
          ? this.#surplus.revised.standingOf(words, false, (at) => areNear(this.#sides, base, at)) !== null
          : this.#surplus.base.standingOf(words, false, (at) => areNear(this.#sides, at, revised)) !== null,
      told: () => ({
        base: { own: hunk.base.before + ' ' + hunk.base.after, leadIn: leadInOf(this.#sides.base, base) },
        revised: { own: hunk.revised.before + ' ' + hunk.revised.after, leadIn: leadInOf(this.#sides.revised, revised) },
      }),
      isDefinition: was?.kind === 'definition' || is?.kind === 'definition',
    })
  }

  /** A clause of one side that has no partner. */
  whole(side: 'base' | 'revised', index: number): Verdict {
    const clause = this.#sides[side].clauses[index]
    if (clause === undefined) throw new Error(`there is no clause ${index}`)
    return classifyWhole(clause, {
      side,
      other: this.#surplus[side === 'base' ? 'revised' : 'base'],
      isNear: (at) => (side === 'base' ? areNear(this.#sides, index, at) : areNear(this.#sides, at, index)),
      reader: this.#reader,
    })
  }

  #isKnown(stem: string, times: number): boolean {
    let found = 0
    for (const { clauses } of [this.#sides.base, this.#sides.revised])
      for (const { text } of clauses) if (text.toLowerCase().includes(stem) && ++found > times) return true
    return false
  }
}

/** The class of every row that shows a difference, and the figures (CC1, CC2). */
export function classesOf(base: Classified, revised: Classified, rows: readonly Row[]): Classes {
  const classifier = new Classifier(base, revised, rows)
  const indexes = { base: new Map(base.clauses.map(({ id }, i) => [id, i])), revised: new Map(revised.clauses.map(({ id }, i) => [id, i])) }
  const classed = rows.map((row): RowClass | null => {
    if (row.ghostOf !== null) return null
    const [was, is] = [row.base === null ? undefined : indexes.base.get(row.base), row.revised === null ? undefined : indexes.revised.get(row.revised)]
    const label = row.relabelled === null ? null : classifyLabel(row.relabelled)
    const emphasis = row.formattingChanged ? excused('emphasis', { struck: '', inserted: '' }) : null
    if (was === undefined || is === undefined) {
      const whole = was === undefined ? (is === undefined ? null : classifier.whole('revised', is)) : classifier.whole('base', was)
      return gathered({ whole, label, emphasis, hunks: [] })
    }
    const hunks = hunksIn(row.redline?.runs ?? [])
    const verdicts = hunks.map((hunk) => classifier.change(hunk, { base: was, revised: is }, hunks.filter((other) => other !== hunk)))
    return gathered({ whole: null, label, emphasis, hunks: verdicts })
  })
  return { rows: classed, figures: figuresOf(classed) }
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
