import type { ClauseKind } from '#shared/clauses/index.ts'
import { plain, type Rich } from '../rich.ts'
import type { Draft, UnrecognisedReason } from './draft.ts'
import { Outline } from './outline.ts'
import type { Survey } from './survey.ts'
import type { Unit } from './unit.ts'

/** Where in the text the reader stands. `division`: below a part, chapter or section, before its first article. */
export type ReadingPlace = 'start' | 'front' | 'preamble' | 'division' | 'article' | 'annex' | 'appendix' | 'testimonium'

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
  readonly drafts: Draft[] = []
  readonly outline = new Outline()
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

  get last(): Draft | undefined {
    return this.drafts.at(-1)
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
    this.title = this.last?.rich.text ?? ''
  }

  push({ kind, rich, line, depth = 0, printed = '', number = '', why }: NewDraft): void {
    this.drafts.push({ kind, depth, printed, number, rich: rich.text === '' ? plain('') : rich, line, why: why ?? null })
  }
}
