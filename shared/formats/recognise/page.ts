import type { ClauseKind } from '#shared/clauses/index.ts'
import { joinRich, type Rich } from '../rich.ts'
import type { Draft, UnrecognisedReason } from './draft.ts'
import type { PrintedHeading } from './heading.ts'
import { labelAt, type PrintedLabel } from './label.ts'
import { hanValue } from './numbers.ts'
import { Outline } from './outline.ts'
import type { Survey } from './survey.ts'
import type { Unit } from './unit.ts'

/** Where in the text the reader stands. `division`: below a part, chapter or section, before its first article. */
export type ReadingPlace = 'start' | 'front' | 'preamble' | 'division' | 'article' | 'annex' | 'appendix' | 'testimonium'

/** How much of the latest wording tells whether its sentence has ended, in characters. */
const TAIL = 64

type NewDraft = Readonly<{
  kind: ClauseKind
  rich: Rich
  line: number
  depth?: number
  printed?: string
  number?: string
  why?: UnrecognisedReason
}>

/** What has been read so far, and what the reader needs to know of it. */
export class Page {
  readonly units: readonly Unit[]
  readonly survey: Survey
  readonly #drafts: Draft[] = []
  /** The parts of the latest draft's wording: joined once, so that a thousand broken lines cost what they are long. */
  #parts: Rich[] = []
  readonly outline = new Outline()
  #latestHan = 0
  place: ReadingPlace = 'start'
  /** Whether the division that is open has had any wording. */
  isEmpty = true
  /** Whether it has had a numbered or lettered provision. */
  isNumbered = false
  /** The title of the article that is open, for its definitions. */
  title = ''

  constructor(units: readonly Unit[], survey: Survey) {
    this.units = units
    this.survey = survey
  }

  /** Ends the reading and gives the clauses. */
  finish(): readonly Draft[] {
    this.#complete()
    return this.#drafts
  }

  /** The label at the start of the unit at `index`, bare where this text has bare labels; null when there is none. */
  labelOf(index: number): PrintedLabel | null {
    const unit = this.units[index]
    return unit === undefined ? null : labelAt(unit.rich.text, 0, unit.tabbed || this.survey.isBare)
  }

  /**
   * Whether `heading` is a mention in Chinese, which parts a heading from its wording by no sign: an article that comes
   * after a later one and is not the first of another text (FM7).
   */
  goesBack({ division, number }: PrintedHeading): boolean {
    const value = division === 'article' ? hanValue(number) : null
    if (value === null) return false
    if (value <= this.#latestHan && value > 1) return true
    this.#latestHan = value
    return false
  }

  get isBlank(): boolean {
    return this.#drafts.length === 0
  }

  /** The last characters of the latest wording. */
  get tail(): string {
    return this.#parts.at(-1)?.text.slice(-TAIL) ?? ''
  }

  /** Whether an article or annex has begun: from there on "agreed as follows" is no enacting formula. */
  get inBody(): boolean {
    return this.place === 'article' || this.place === 'annex' || this.place === 'appendix' || this.place === 'testimonium'
  }

  /** Whether the division that is open belongs to an annex. */
  isInAnnex = false

  /** Goes to a new division: lists end. */
  enter(place: ReadingPlace): void {
    this.place = place
    if (place === 'annex' || place === 'appendix') this.isInAnnex = true
    else if (place !== 'article') this.isInAnnex = false
    this.outline.clear()
    this.isEmpty = true
    this.isNumbered = false
    this.title = this.#parts[0]?.text ?? ''
  }

  push({ kind, rich, line, depth = 0, printed = '', number = '', why }: NewDraft): void {
    this.#complete()
    this.#drafts.push({ kind, depth, printed, number, rich, line, why: why ?? null })
    this.#parts = [rich]
  }

  /** Adds the rest of a broken sentence to the latest wording. */
  extend(rich: Rich): void {
    this.#parts.push(rich)
  }

  #complete(): void {
    const last = this.#drafts.at(-1)
    if (last !== undefined && this.#parts.length > 1) this.#drafts[this.#drafts.length - 1] = { ...last, rich: joinRich(this.#parts, ' ') }
    this.#parts = this.#parts.slice(0, 0)
  }
}
