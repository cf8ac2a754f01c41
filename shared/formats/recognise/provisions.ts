import { joinRich, plain, sliceRich, type Rich } from '../rich.ts'
import { isDefinition } from './definition.ts'
import { inlineLabels, LOOK_AHEAD } from './inline.ts'
import { labelAt, type LabelForm, type PrintedLabel } from './label.ts'
import type { Reading } from './numbers.ts'
import type { Page } from './page.ts'
import type { Unit } from './unit.ts'
import { breaksOff, readWording } from './wording.ts'

const OPENS_LIST = /[:：—–-]\s*[\])”"]*$/u
/** Reads a block of wording: a provision with its label, several on one line, or words without a label (FM11–FM16). */
export function readProvisions(page: Page, unit: Unit, index: number): void {
  const { rich, line } = unit
  const { text } = rich
  let start = 0
  let placed = firstLabel(page, unit, index)
  if (placed !== null) start = placed.label.end
  const finish = (to: number): void => {
    const wording = sliceRich(rich, start, to)
    const next = page.labelOf(index + 1)
    if (placed === null) readWording(page, wording, { line, leadsList: to < text.length || isFirstOfList(next), next })
    else pushProvision(page, placed, { wording, printed: text.slice(placed.label.from, placed.label.end), line })
  }
  const take = (label: PrintedLabel, depth: number): void => {
    finish(label.from)
    placed = { label, depth }
    start = label.end
  }
  const nest = (): void => {
    for (let next = placed && nestedLabel(page, text, start); next !== null; next = nestedLabel(page, text, start)) {
      const depth = page.outline.place(next, { opensList: true, next: ahead(page, next, { text, index }), inline: false })
      if (depth === null) return
      take(next, depth)
    }
  }
  nest()
  for (const label of inlineLabels(text, start)) {
    if (label.from < start) continue
    const opensList = OPENS_LIST.test(text.slice(Math.max(0, label.from - 8), label.from).trimEnd())
    const depth = page.outline.place(label, { opensList, next: ahead(page, label, { text, index }), inline: true })
    if (depth === null) continue
    take(label, depth)
    nest()
  }
  finish(text.length)
}

type PlacedLabel = Readonly<{ label: PrintedLabel; depth: number }>

/** The label at the start of the unit with the depth it gets, or null when the unit begins with wording. */
function firstLabel(page: Page, { rich, tabbed }: Unit, index: number): PlacedLabel | null {
  const { text } = rich
  const mayBeBare = tabbed || page.survey.isBare
  const label = labelAt(text, 0, mayBeBare)
  if (label === null || (!page.isEmpty && breaksOff(page))) return null
  const opensList = page.isEmpty || page.tail === '' || OPENS_LIST.test(page.tail)
  const next = ahead(page, label, { text, index })
  const isStrict = label.form === 'bare' && !tabbed
  const depth = page.outline.place(label, { opensList, next, inline: isStrict })
  return depth === null ? null : { label, depth }
}

/** A label directly behind another: `2. (a) On depositing`. Only the first of a list can stand there. */
function nestedLabel(page: Page, text: string, at: number): PrintedLabel | null {
  const from = at + (/^\s*/u.exec(text.slice(at, at + 8))?.[0].length ?? 0)
  const label = labelAt(text, from)
  if (label === null || label.suffixed || (label.form !== 'paren' && label.form !== 'half-paren')) return null
  return label.readings.some((reading) => reading.value === 1) && page.outline.depth >= 0 ? label : null
}

/** The readings of the next label of the same form: in the same line, else in one of the next units (FM12). */
function ahead(page: Page, label: PrintedLabel, place: { text: string; index: number }): readonly Reading[] {
  if (label.readings.length < 2) return []
  const rest = place.text.slice(label.end, label.end + LOOK_AHEAD)
  for (const next of inlineLabels(rest, 0)) if (next.form === label.form) return next.readings
  for (let at = place.index + 1; at <= place.index + 4; at++) {
    const next = page.units[at]
    const found = next && labelAt(next.rich.text, 0, label.form === 'bare')
    if (found !== undefined && found !== null && isSameForm(found.form, label.form)) return found.readings
  }
  return []
}

/** Whether `label` begins a list of letters or numerals. */
export const isFirstOfList = (label: PrintedLabel | null): boolean =>
  (label?.form === 'paren' || label?.form === 'half-paren') && label.readings.some((reading) => reading.value === 1)

const isSameForm = (one: LabelForm, other: LabelForm): boolean => one === other

const KIND_BY_DEPTH = ['paragraph', 'subparagraph'] as const

function pushProvision(
  page: Page,
  { label, depth }: PlacedLabel,
  { wording, printed, line }: { wording: Rich; printed: string; line: number },
): void {
  const rich = joinRich([plain(label.lead), wording], '')
  const kind = isDefinition(page, rich.text) ? 'definition' : (KIND_BY_DEPTH[depth] ?? 'item')
  page.push({ kind, depth, printed: printed.slice(label.lead.length), number: label.number, rich, line })
  page.isEmpty = false
  page.isNumbered = true
}
