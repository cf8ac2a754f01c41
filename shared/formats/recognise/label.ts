import { readingsOf, type Reading } from './numbers.ts'

/** How a printed number is dressed: `1.` `(1)` `1)` `1` `一、` or the Arabic `- 1`. */
export type LabelForm = 'dot' | 'paren' | 'half-paren' | 'bare' | 'han-comma' | 'dash' | 'decimal'

/** A label found in the source. `number` is as printed (`4 bis`, `a`); `from` to `end` is where it stands. */
export type PrintedLabel = Readonly<{
  form: LabelForm
  number: string
  readings: readonly Reading[]
  suffixed: boolean
  /** Opening square brackets printed before the label; they are kept and move into the wording. */
  lead: string
  from: number
  end: number
}>

const LATIN = '(?:bis|ter|quater|quat|quinquies|quinque|quint|quin|sexies|septies|octies|nonies|decies)'
/** `bis`, `ter`, or `Alt.` without a number of its own (`Alt. 1` belongs to the wording). */
const SUFFIX = String.raw`(?:[ \t]?(?<suffix>${LATIN}\b|Alt\b(?!\.?\s*\d))\.?)?`
/** The suffix where labels close behind it: `1 bis.`, `(a bis)`. */
const INNER = `(?:[ \\t](?<inner>${LATIN}|Alt))?`
const ARABIC = '[\u0621-\u064a]\u0640?'
const HAN = '[一二三四五六七八九十百零]{1,5}'
const DIGITS = String.raw`\d{1,3}(?:${LATIN}|[a-z])?`
const LETTERS = `[a-zа-я]|aa|bb|cc|dd|ee|ff|gg|hh|[ivxlc]{2,7}|[A-Z]|[IVXL]{2,7}`
const CORE = `(?:${DIGITS}|${LETTERS}|${ARABIC}|${HAN})`

const FORMS: readonly Readonly<{ form: LabelForm; pattern: RegExp }>[] = [
  { form: 'decimal', pattern: sticky(String.raw`(?<core>\d{1,3}(?:\.\d{1,3})+)\.?(?=\s|$)`) },
  { form: 'paren', pattern: sticky(String.raw`(?:\(\s?(?<core>${CORE})${INNER}\s?\)|（(?<core2>${CORE})）)${SUFFIX}`) },
  { form: 'half-paren', pattern: sticky(String.raw`(?<core>${CORE})${INNER}\)${SUFFIX}`) },
  { form: 'dot', pattern: sticky(String.raw`(?<core>${DIGITS})${INNER}[.．](?!\d)${SUFFIX}`) },
  { form: 'dot', pattern: sticky(String.raw`(?<core>${LETTERS})\.(?=\s|$)${SUFFIX}`) },
  { form: 'han-comma', pattern: sticky(String.raw`(?<core>${HAN})、`) },
  { form: 'dash', pattern: sticky(String.raw`(?:[-–]\s?(?<core>\d{1,2})|(?<core2>\d{1,2})\s?[-–])(?=\s+\p{Script=Arabic})`) },
]
const BARE = sticky(String.raw`(?<core>\d{1,3}(?:${LATIN})?|[a-z]|[ivx]{1,5})(?: (?<suffix>${LATIN}))?(?=[ \t]|$)`)
const LEAD = sticky(String.raw`(?<lead>(?:\[\s*)*)`)

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy')
}

/** The label that stands in `text` at `from`, or null. Bare labels (`1 Each Party`, `a the`) only on request. */
export function labelAt(text: string, from: number, bare = false): PrintedLabel | null {
  LEAD.lastIndex = from
  const lead = LEAD.exec(text)?.[0] ?? ''
  const start = from + lead.length
  for (const { form, pattern } of bare ? [...FORMS, { form: 'bare' as const, pattern: BARE }] : FORMS) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match === null) continue
    const core = match.groups?.['core'] ?? match.groups?.['core2'] ?? ''
    const suffix = match.groups?.['inner'] ?? match.groups?.['suffix']
    const stem = /^\d/.test(core) && form !== 'decimal' ? (/^\d+/.exec(core)?.[0] ?? core) : core
    const readings = readingsOf(stem)
    if (readings.length === 0) continue
    return {
      form,
      number: suffix === undefined ? core : `${core} ${suffix}`,
      readings,
      suffixed: suffix !== undefined || stem !== core,
      lead: lead.trim(),
      from,
      end: start + match[0].length,
    }
  }
  return null
}
