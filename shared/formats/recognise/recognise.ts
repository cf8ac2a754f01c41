import type { DivisionKind } from '#shared/clauses/index.ts'
import { sliceRich, type Rich } from '../rich.ts'
import { hasWords } from '../words.ts'
import type { Draft } from './draft.ts'
import { headingOf, type PrintedHeading } from './heading.ts'
import { titleEnd } from './inline.ts'
import { CONTENTS, ENACTING, PREAMBLE, SENTENCE_OPENER, TESTIMONIUM } from './lexicon.ts'
import { Page, type ReadingPlace } from './page.ts'
import { readFront, readPreamble } from './preamble.ts'
import { isFirstOfList, readProvisions } from './provisions.ts'
import { partHeadings } from './run-in.ts'
import { surveyOf, type Survey } from './survey.ts'
import type { Unit } from './unit.ts'

const RULE = /^[\s\-–—_=*~.·•#|]*$/u
/** A row of a table: an HTML one is written so, and so do people in plain text. */
const TABLE_ROW = /^\|\s|\s\|(?:\s|$)/u
const FOOTNOTE = /^(?:\[(?<number>\d{1,3})\]|(?<sign>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\*{1,3}(?=\s)))\s*(?=\S)/u
const MAX_TITLE = 300
const MAX_ENACTING = 200

/** What the recogniser makes of a source: clauses without ids and numbers, in order, and what it saw of the whole. */
export type Recognised = Readonly<{ drafts: readonly Draft[]; survey: Survey }>

/** Turns blocks of a source into clauses. Total: what is not recognised becomes `text` with a reason (FM2). */
export function recognise(units: readonly Unit[]): Recognised {
  const parted = partHeadings(units)
  const survey = surveyOf(parted)
  const page = new Page(parted, survey)
  for (let index = 0; index < parted.length; ) index = readUnit(page, index)
  return { drafts: page.finish(), survey }
}

/** Reads the unit at `index` and gives the index of the next one to read. */
function readUnit(page: Page, index: number): number {
  const unit = page.units[index]
  if (unit === undefined || (!hasWords(unit.rich.text) && RULE.test(unit.rich.text))) return index + 1
  const { rich, line } = unit
  if (page.place === 'start' && isTitle(page, index)) {
    page.push({ kind: 'title', rich, line })
    page.place = 'front'
    return index + 1
  }
  if (CONTENTS.test(rich.text)) return readContents(page, index)
  if (TABLE_ROW.test(rich.text)) {
    page.push({ kind: 'text', rich, line, why: 'table' })
    return index + 1
  }
  const heading = headingOf(rich.text)
  if (heading !== null && !page.goesBack(heading)) return readDivision(page, index, heading)
  if (isPreambleHeading(page, rich.text)) return readPreambleHeading(page, index)
  if (rich.text.length <= MAX_ENACTING && ENACTING.test(rich.text) && !page.inBody) {
    page.push({ kind: 'enacting', rich, line })
    page.enter('division')
    return index + 1
  }
  if (TESTIMONIUM.test(rich.text) && page.place !== 'testimonium') {
    page.push({ kind: 'testimonium', rich, line })
    page.enter('testimonium')
    return index + 1
  }
  if (readFootnote(page, unit)) return index + 1
  if (page.place === 'preamble') readPreamble(page, rich, line)
  else if ((page.place === 'start' || page.place === 'front') && page.labelOf(index) === null) readFront(page, unit)
  else if (isUnnumberedHeading(page, index)) {
    page.push({ kind: 'heading', rich, line })
    page.enter('division')
  } else {
    // A fragment without headings is read as the inside of an article.
    if (page.place === 'start' || page.place === 'front') page.place = 'article'
    readProvisions(page, unit, index)
  }
  return index + 1
}

function readFootnote(page: Page, { rich, line }: Unit): boolean {
  const match = FOOTNOTE.exec(rich.text)
  if (match === null || page.isBlank) return false
  const number = match.groups?.['number'] ?? match.groups?.['sign'] ?? ''
  page.push({ kind: 'footnote', printed: match[0].trim(), number, rich: sliceRich(rich, match[0].length), line })
  return true
}

/** The first block is the title of the document unless it is a heading, a provision or a sentence. */
function isTitle(page: Page, index: number): boolean {
  const unit = page.units[index]
  if (unit === undefined) return false
  const { text } = unit.rich
  if (unit.heading === 1) return true
  if (!page.isBlank || headingOf(text) !== null || page.labelOf(index) !== null) return false
  if (PREAMBLE.test(text) || ENACTING.test(text) || TESTIMONIUM.test(text) || CONTENTS.test(text)) return false
  return hasWords(text) && text.length <= 2 * MAX_TITLE && !/[.;:,。؛]$/u.test(text)
}

/** A line without a number that heads what follows: an HTML heading, or a short line between two divisions. */
function isUnnumberedHeading(page: Page, index: number): boolean {
  const unit = page.units[index]
  if (unit === undefined || page.labelOf(index) !== null) return false
  if (unit.heading !== null) return true
  const next = page.units[index + 1]
  const leads = next !== undefined && headingOf(next.rich.text) !== null
  return page.place === 'division' && leads && looksLikeTitle(unit.rich.text)
}

const looksLikeTitle = (text: string): boolean =>
  hasWords(text) && text.length <= MAX_TITLE && !/[.;:,。؛；：]$/u.test(text) && !TABLE_ROW.test(text) && !/^(?:\p{Ll}|\()/u.test(text)

const isOpening = (text: string): boolean =>
  headingOf(text) !== null || PREAMBLE.test(text) || ENACTING.test(text) || TESTIMONIUM.test(text)

function isBareAnnex(text: string): boolean {
  const heading = headingOf(text)
  return heading?.division === 'annex' && heading.number === '' && heading.rest === text.length
}

function readDivision(page: Page, index: number, heading: PrintedHeading): number {
  const unit = page.units[index]
  if (unit === undefined) return index + 1
  const kind = kindOfDivision(page, heading)
  const { printed, number } = heading
  const { title, body, used } = titleAfter(page, index, { rest: sliceRich(unit.rich, heading.rest), isArticle: kind === 'article' })
  page.push({ kind, printed, number, rich: title, line: unit.line })
  page.enter(placeOf(page, kind))
  if (body.text !== '') readProvisions(page, { ...unit, rich: body }, index + used)
  return index + used + 1
}

/** Sections of an annex hold wording themselves: below them one still reads an annex. */
function placeOf(page: Page, kind: DivisionKind): ReadingPlace {
  if (kind === 'article' || kind === 'annex' || kind === 'appendix') return kind
  return kind !== 'part' && page.isInAnnex ? 'annex' : 'division'
}

/** The title of the division whose number stands at `index`: on the same line or in the next block (FM8). */
function titleAfter(page: Page, index: number, { rest, isArticle }: { rest: Rich; isArticle: boolean }): TitledLine & { used: number } {
  const none = sliceRich(rest, 0, 0)
  if (rest.text !== '') return { ...splitTitle(rest, isArticle), used: 0 }
  const next = page.units[index + 1]
  if (next === undefined || page.labelOf(index + 1) !== null) return { title: none, body: none, used: 0 }
  // An article may be called "Annex"; nothing else that opens a division is a title.
  if (isArticle && isBareAnnex(next.rich.text)) return { title: next.rich, body: none, used: 1 }
  if (isOpening(next.rich.text)) return { title: none, body: none, used: 0 }
  if (looksLikeTitle(next.rich.text) && !isChapeau(page, index + 1)) return { title: next.rich, body: none, used: 1 }
  if (next.gap) return { title: none, body: none, used: 0 }
  const split = splitTitle(next.rich, isArticle)
  return split.title.text === '' || split.body.text === '' ? { title: none, body: none, used: 0 } : { ...split, used: 1 }
}

/** "Each Party shall" above `(a)` is no title, for all that it ends without a stop. */
const isChapeau = (page: Page, index: number): boolean =>
  SENTENCE_OPENER.test(page.units[index]?.rich.text.split(' ', 1)[0] ?? '') && isFirstOfList(page.labelOf(index + 1))

type TitledLine = Readonly<{ title: Rich; body: Rich }>

function splitTitle(line: Rich, isArticle: boolean): TitledLine {
  const end = titleEnd(line.text, isArticle)
  return { title: sliceRich(line, 0, end), body: sliceRich(line, end) }
}

/** Which rank the printed word has in this text (FM9). */
function kindOfDivision(page: Page, { division }: PrintedHeading): DivisionKind {
  const { titlesOnTop, hasParts } = page.survey
  const isShifted = titlesOnTop && hasParts
  if (division === 'title') return titlesOnTop ? (hasParts ? 'chapter' : 'part') : 'subsection'
  if (division === 'chapter' && isShifted) return 'section'
  if (division === 'section' && isShifted) return 'subsection'
  return division
}

function readPreambleHeading(page: Page, index: number): number {
  const unit = page.units[index]
  const match = unit && PREAMBLE.exec(unit.rich.text)
  if (unit === undefined || match === null || match === undefined) return index + 1
  const mark = /^\s*[.:–—-]?\s*/u.exec(unit.rich.text.slice(match[0].length))?.[0] ?? ''
  page.push({ kind: 'preamble', rich: sliceRich(unit.rich, 0, match[0].length), line: unit.line })
  page.enter('preamble')
  const rest = sliceRich(unit.rich, match[0].length + mark.length)
  if (rest.text !== '') readPreamble(page, rest, unit.line)
  return index + 1
}

/** Deep in a text that holds several treaties only a line of its own opens another preamble. */
const isPreambleHeading = (page: Page, text: string): boolean =>
  PREAMBLE.test(text) && (page.place === 'start' || page.place === 'front' || text.replace(PREAMBLE, '') === '')

/**
 * A table of contents stays as it is, as text: its lines are no divisions (FM9). It ends at a rule, where its first
 * line comes again, and at the first line that ends like wording.
 */
function readContents(page: Page, index: number): number {
  const entry = (at: number): string => (page.units[at]?.rich.text ?? '').replace(/[\s.…]*\d*$/u, '').toLowerCase()
  const isEntry = (at: number): boolean => {
    const text = page.units[at]?.rich.text ?? ''
    return text.length <= 2 * MAX_TITLE && !/[.,;:]$/u.test(text) && !RULE.test(text)
  }
  const first = entry(index + 1)
  let end = index + 1
  while (end < page.units.length && isEntry(end) && (end === index + 1 || entry(end) !== first)) end++
  for (const { rich, line } of page.units.slice(index, end)) {
    if (hasWords(rich.text)) page.push({ kind: 'text', rich, line, why: 'table-of-contents' })
  }
  if (page.place === 'start') page.place = 'front'
  return end
}
