import type { Clause } from '#shared/clauses/index.ts'
import { finish, Pace, type Steps } from '../steps.ts'
import type { RedlineRun, Row } from '../types.ts'
import { classifyChange } from './change.ts'
import { classifyLabel, classifyWhole } from './clause.ts'
import { figuresOf } from './figures.ts'
import type { Hunk } from './hunk.ts'
import { Reader } from './reader.ts'
import { leadInOf, mayLeadInto, sidesOf, type ClassSide } from './sides.ts'
import { NEAR, stretchesAt, stretchesOf, Surplus, type Standing } from './surplus.ts'
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

  /** The clauses of the revised text, which may be reworded. */
  readonly #revised: Clause[]
  readonly #known = new Map<string, boolean>()
  #asked: Asked = NOTHING
  readonly #leads = { base: new Map<number, string>(), revised: new Map<number, string>() }
  /** The words of all clauses in lower case, and of both texts as one, once they are asked for. */
  #lower: Readonly<{ base: readonly string[]; revised: string[] }> | null = null
  #all: string | null = null

  constructor(base: Classified, revised: Classified, rows: readonly Row[]) {
    this.#revised = [...revised.clauses]
    this.#sides = sidesOf(base, { ...revised, clauses: this.#revised }, rows)
    this.#reader = new Reader(base.language === 'en' && revised.language === 'en')
    this.#targets = new Targets(this.#sides)
    this.#surplus = {
      base: new Surplus(stretchesOf(rows, this.#sides.base, 'base'), this.#sides.base, this.#reader),
      revised: new Surplus(stretchesOf(rows, this.#sides.revised, 'revised'), this.#sides.revised, this.#reader),
    }
  }

  /** The class of a row, null where it shows no difference, and what was asked for it beyond its own two clauses. One row at a time. */
  *rowSteps(row: Row): Steps<Readonly<{ found: RowClass | null; asked: Asked }>> {
    this.#asked = NOTHING
    const found = yield* this.#classSteps(row)
    return { found, asked: this.#asked }
  }

  *#classSteps(row: Row): Steps<RowClass | null> {
    if (row.ghostOf !== null) return null
    const { base, revised } = this.#sides
    const [was, is] = [row.base === null ? undefined : base.indexOf.get(row.base), row.revised === null ? undefined : revised.indexOf.get(row.revised)]
    const label = row.relabelled === null ? null : classifyLabel(row.relabelled)
    const emphasis = row.formattingChanged ? excused('emphasis', { struck: '', inserted: '' }) : null
    if (was === undefined || is === undefined) {
      const whole = was === undefined ? (is === undefined ? null : this.whole('revised', is)) : this.whole('base', was)
      return gathered({ whole, label, emphasis, hunks: [] })
    }
    const hunks = hunksIn(row.redline?.runs ?? [])
    const verdicts: Verdict[] = []
    for (const [i, hunk] of hunks.entries()) {
      if (i % CHANGES_STEP === CHANGES_STEP - 1) yield i / hunks.length
      verdicts.push(this.change(hunk, { base: was, revised: is }, hunks.filter((other) => other !== hunk)))
    }
    return gathered({ whole: null, label, emphasis, hunks: verdicts })
  }

  /**
   * Clause `index` of the revised text now reads as in `clause`, and `row` is its row; its partner is the same as before.
   * Answers the words of which now something else holds than was said when they were asked for.
   */
  reword(index: number, clause: Clause, row: Row): ReadonlySet<string> {
    const { base, revised } = this.#sides
    this.#revised[index] = clause
    this.#leads.revised.clear()
    this.#surplus.revised.replace(index, stretchesAt(row, revised, { name: 'revised', at: index }))
    const partner = revised.partner[index] ?? -1
    if (partner >= 0) this.#surplus.base.replace(partner, stretchesAt(row, base, { name: 'base', at: partner }))
    return this.#reheard(index, lowerOf(clause))
  }

  #reheard(index: number, is: string): ReadonlySet<string> {
    const turned = new Set<string>()
    if (this.#lower === null) return turned
    const was = this.#lower.revised[index] ?? ''
    this.#lower.revised[index] = is
    this.#all = null
    const doubtful = [...this.#known].filter(([word]) => was.split(word).length !== is.split(word).length)
    for (const [word, known] of doubtful) {
      this.#known.delete(word)
      if (this.#isKnown(word) !== known) turned.add(word)
    }
    return turned
  }

  /** Where a row stands, or would stand, in either text. */
  spotOf({ base: was, revised: is }: Row): Spot {
    const { base, revised } = this.#sides
    const [b, r] = [was === null ? undefined : base.indexOf.get(was), is === null ? undefined : revised.indexOf.get(is)]
    return { base: b ?? revised.anchor[r ?? 0] ?? 0, revised: r ?? base.anchor[b ?? 0] ?? 0 }
  }

  /** Whether what was asked for a row at `spot` may be another answer once the revised clause at `reworded` reads otherwise. */
  restsOn(reworded: Spot, spot: Spot, { near, leadIn }: Asked): boolean {
    if (near && (Math.abs(spot.base - reworded.base) <= NEAR || Math.abs(spot.revised - reworded.revised) <= NEAR)) return true
    return leadIn && mayLeadInto(this.#sides.revised, reworded.revised, spot.revised)
  }

  /** A change between clause `base` of the one text and `revised` of the other; `others`: the further ones between them. */
  change(hunk: Hunk, { base, revised }: Readonly<{ base: number; revised: number }>, others: readonly Hunk[]): Verdict {
    const [was, is] = [this.#sides.base.clauses[base], this.#sides.revised.clauses[revised]]
    return classifyChange(hunk, {
      reader: this.#reader,
      sameTarget: this.#targets.from(base, revised),
      isKnown: (word) => {
        this.#asked = { ...this.#asked, words: [...this.#asked.words, word] }
        return this.#isKnown(word)
      },
      others,
      standsElsewhere: (words, side) => this.#standing({ words, isWhole: false }, side, side === 'base' ? base : revised) !== null,
      told: () => {
        this.#asked = { ...this.#asked, leadIn: true }
        return {
          base: { own: was?.text ?? '', leadIn: this.#leadIn('base', base) },
          revised: { own: is?.text ?? '', leadIn: this.#leadIn('revised', revised) },
        }
      },
      isDefinition: was?.kind === 'definition' || is?.kind === 'definition',
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
    this.#asked = { ...this.#asked, near: true }
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

  /** Whether `stem` stands in either text more than once. */
  #isKnown(stem: string): boolean {
    let known = this.#known.get(stem)
    if (known === undefined) {
      this.#lower ??= { base: this.#sides.base.clauses.map(lowerOf), revised: this.#revised.map(lowerOf) }
      this.#all ??= [...this.#lower.base, ...this.#lower.revised].join('\n')
      const first = this.#all.indexOf(stem)
      known = first >= 0 && this.#all.includes(stem, first + 1)
      this.#known.set(stem, known)
    }
    return known
  }
}

/** What the class of a row rests on beyond its own two clauses: changes near by, what leads into it, words that stand anywhere. */
export type Asked = Readonly<{ near: boolean; leadIn: boolean; words: readonly string[] }>
const NOTHING: Asked = { near: false, leadIn: false, words: [] }

/** Indexes into the clauses of either text. */
export type Spot = Readonly<{ base: number; revised: number }>

const lowerOf = ({ text }: Clause): string => text.toLowerCase()

/** The class of every row that shows a difference, and the figures (CC1, CC2). */
export const classesOf = (base: Classified, revised: Classified, rows: readonly Row[]): Classes => finish(classSteps(base, revised, rows))

/** Letters classified in one step. */
const STEP = 10_000

/** `classesOf` in steps. */
export function* classSteps(base: Classified, revised: Classified, rows: readonly Row[]): Steps<Classes> {
  const classifier = new Classifier(base, revised, rows)
  const texts = { base: new Map(base.clauses.map(({ id, text }) => [id, text])), revised: new Map(revised.clauses.map(({ id, text }) => [id, text])) }
  const lengthOf = (side: 'base' | 'revised', row: Row): number => (row[side] === null ? 0 : (texts[side].get(row[side])?.length ?? 0))
  const classed: (RowClass | null)[] = []
  yield 0
  const pace = new Pace(STEP)
  for (const row of rows) {
    if (pace.isDue(row.relation === 'kept' ? 1 : lengthOf('base', row) + lengthOf('revised', row))) yield classed.length / rows.length
    classed.push((yield* classifier.rowSteps(row)).found)
  }
  return { rows: classed, figures: figuresOf(classed) }
}

/** Changes classified in one step. */
const CHANGES_STEP = 64

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
