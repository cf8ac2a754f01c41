import { MAX_DEPTH } from '#shared/clauses/index.ts'
import type { LabelForm, PrintedLabel } from './label.ts'
import type { Family, Reading } from './numbers.ts'

/** A list that can still go on. `last` is the value of its latest member. */
type OpenList = { readonly form: LabelForm; readonly family: Family; readonly depth: number; last: number }

/** How many numbers of a list a source may lack before a label is no longer taken for its next member. */
const MAX_GAP = 10

/** What is known about the place where a label stands. */
export type LabelContext = Readonly<{
  /** The wording before it ends with a colon or dash, or is itself an empty label: a list may begin. */
  opensList: boolean
  /** The readings of the next label of the same form: what decides between the letter i and the numeral i. */
  next: readonly Reading[]
  /** Inside a line only what continues a list, or begins one after a colon, is a label (FM13). */
  inline: boolean
}>

/** Forms that number whole paragraphs: they never nest below letters. */
const isParagraphForm = (form: LabelForm, family: Family): boolean =>
  form === 'han-comma' || form === 'dash' || form === 'decimal' || (family === 'digit' && (form === 'dot' || form === 'bare'))

/**
 * The lists that are open while a provision's lines are read, outermost first: `1.` > `(a)` > `(i)`. A label belongs to
 * the deepest list that it continues, else it begins a list one level down (FM11, FM12).
 */
export class Outline {
  #open: OpenList[] = []

  /** Forgets all lists: a new division has begun. */
  clear(): void {
    this.#open = []
  }

  /** The depth of the latest label, or -1 when no list is open. */
  get depth(): number {
    return this.#open.at(-1)?.depth ?? -1
  }

  /** Whether numbered paragraphs, and not letters alone, are open. */
  get hasParagraphs(): boolean {
    return this.#open[0]?.depth === 0
  }

  /**
   * The depth of the list that closing words end, standing before `next` (null: before no label): what lies below the
   * list that goes on behind them, else the outermost list of letters.
   */
  closedBefore(next: PrintedLabel | null): number {
    const goingOn = next === null ? null : this.#continued(next, { opensList: false, next: [], inline: true })
    const above = goingOn === null ? 0 : (this.#open[goingOn.index]?.depth ?? 0)
    return Math.min(above + 1, this.depth)
  }

  /** The depth that `label` has here, having taken it in; null when it is no label in this place. */
  place(label: PrintedLabel, context: LabelContext): number | null {
    const choice = this.#continued(label, context)
    if (choice !== null) {
      this.#open.length = choice.index + 1
      const list = this.#open[choice.index]
      if (list === undefined) return null
      list.last = choice.value
      return list.depth
    }
    return this.#begun(label, context)
  }

  #continued(label: PrintedLabel, context: LabelContext): { index: number; value: number } | null {
    const fits = (list: OpenList, reading: Reading): boolean => list.form === label.form && list.family === reading.family
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const list = this.#open[index]
      if (list === undefined) continue
      for (const reading of label.readings) {
        if (!fits(list, reading)) continue
        const isNext = label.suffixed ? reading.value === list.last : reading.value === list.last + 1
        if (isNext && !this.#beginsRoman(label, reading, context)) return { index, value: reading.value }
      }
    }
    const isLater = (list: OpenList, { value }: Reading): boolean =>
      value >= list.last + (label.suffixed ? 0 : 1) && value <= list.last + MAX_GAP
    if (context.inline && !label.suffixed) return null
    if (label.readings.some((reading) => reading.value === 1 && !label.suffixed)) return null
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const list = this.#open[index]
      const reading = list && label.readings.find((one) => fits(list, one) && isLater(list, one))
      if (reading === undefined) continue
      return { index, value: reading.value }
    }
    return null
  }

  /** Whether `label`, which could be the letter i after h, is the first of a list of Roman numerals instead. */
  #beginsRoman(label: PrintedLabel, reading: Reading, { next, opensList }: LabelContext): boolean {
    if (reading.value === 1 || reading.family === 'roman' || reading.family === 'ROMAN') return false
    const roman = label.readings.find((one) => one !== reading && one.value === 1)
    if (roman === undefined) return false
    const goesOn = (as: Reading): boolean => next.some((one) => one.family === as.family && one.value === as.value + 1)
    if (goesOn(roman)) return true
    return !goesOn(reading) && opensList
  }

  #begun(label: PrintedLabel, context: LabelContext): number | null {
    const reading = this.#firstReading(label, context)
    if (reading === undefined) return null
    const isFirst = reading.value === 1 && !label.suffixed
    if (context.inline && !(isFirst && context.opensList)) return null
    const level = isParagraphForm(label.form, reading.family)
    const nests = level && isFirst && context.opensList && this.#open.at(-1)?.family === 'han'
    if (level && !nests) this.#open = []
    else this.#closeSiblings(label.form, reading.family)
    const above = this.#open.at(-1)
    const depth = Math.min(above === undefined ? (level ? 0 : 1) : above.depth + 1, MAX_DEPTH)
    this.#open.push({ form: label.form, family: reading.family, depth, last: reading.value })
    return depth
  }

  /** A list of the same dress that begins again ends the one that is open, with all below it. */
  #closeSiblings(form: LabelForm, family: Family): void {
    const index = this.#open.findIndex((list) => list.form === form && list.family === family)
    if (index >= 0) this.#open.length = index
  }

  #firstReading(label: PrintedLabel, { next }: LabelContext): Reading | undefined {
    const goesOn = label.readings.find((as) => next.some((one) => one.family === as.family && one.value === as.value + 1))
    return label.readings.find((reading) => reading.value === 1) ?? goesOn ?? label.readings[0]
  }
}
