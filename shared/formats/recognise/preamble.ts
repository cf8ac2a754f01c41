import { sliceRich, type Rich } from '../rich.ts'
import { ADOPTION, ENACTING, RECITAL_OPENER } from './lexicon.ts'
import { labelAt } from './label.ts'
import type { Page } from './page.ts'
import type { Unit } from './unit.ts'

const OPENING_WORDS = /^(?:the|les?|los|las|el|la|государства|стороны|участники)\s.{0,600}[,;]$/iu

/** Opening words ("The States Parties to this Convention,") are shorter than a run of recitals, in characters. */
const MAX_OPENING = 600
const MAX_FORMULA = 160

/** Reads a block of the preamble: opening words, recitals, the enacting formula; also where one line holds them all. */
export function readPreamble(page: Page, rich: Rich, line: number): void {
  for (const part of recitalsIn(rich)) {
    if (ENACTING.test(part.text) && part.text.length <= 200) {
      page.push({ kind: 'enacting', rich: part, line })
      continue
    }
    const label = labelAt(part.text, 0)
    if (label !== null && label.form === 'paren' && label.end < part.text.length) {
      const printed = part.text.slice(label.from, label.end).trim()
      page.push({ kind: 'recital', printed, number: label.number, rich: sliceRich(part, label.end), line })
      continue
    }
    const isOpening = page.isEmpty && part.text.length <= MAX_OPENING && /[,;،，]$/u.test(part.text) && !RECITAL_OPENER.test(part.text)
    page.push({ kind: isOpening ? 'chapeau' : 'recital', rich: part, line })
    page.isEmpty = false
  }
}

/** Reads a block between the title and the first division: a preamble without a heading, or front matter (FM10). */
export function readFront(page: Page, { rich, line, heading }: Unit): void {
  if (heading === null && (OPENING_WORDS.test(rich.text) || RECITAL_OPENER.test(rich.text))) {
    page.enter('preamble')
    readPreamble(page, rich, line)
    return
  }
  if (page.place === 'start') page.place = 'front'
  page.push({ kind: 'text', rich, line, ...(ADOPTION.test(rich.text) ? {} : { why: 'front-matter' as const }) })
}

/** The recitals that one line runs together, parted where one ends and the next opens. */
function recitalsIn(rich: Rich): readonly Rich[] {
  const cuts = [0]
  const tail = Math.max(0, rich.text.length - MAX_FORMULA)
  const formula = ENACTING.exec(rich.text.slice(tail))
  for (const match of rich.text.matchAll(/[,;،，；。]\s*(?=[\p{L}])/gu)) {
    const at = match.index + match[0].length
    const opens = /\s$/u.test(match[0]) && RECITAL_OPENER.test(rich.text.slice(at, at + 40))
    const isLast = formula !== null && at <= tail + formula.index && !/[,;،，；。]/u.test(rich.text.slice(at, tail + formula.index))
    if (opens || isLast) cuts.push(at)
  }
  return cuts.map((from, index) => sliceRich(rich, from, cuts[index + 1])).filter((part) => part.text !== '')
}
