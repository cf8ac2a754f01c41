import { divisionWordOf, HAN_DIVISIONS, SPELLED, type DivisionWord } from './lexicon.ts'

/** A division's heading as printed. `rest` is where its title, or what follows on the line, begins. */
export type PrintedHeading = Readonly<{
  division: DivisionWord
  /** The word as printed: `REGULATION`. */
  word: string
  /** The number as printed: `18 bis`, `XI`; '' when it has none. */
  number: string
  /** Word and number as printed, with their brackets: what the clause's label must say. */
  printed: string
  rest: number
}>

const WORD = /^(?:\[\s*)?(?:draft\s+)?(?<word>\p{L}[\p{L}-]*)(?=\s|$|[.:–—-])/iu
const NUMBER =
  /^\s+(?<number>\d{1,4}(?:bis|ter|quater|quat|quinquies|[a-z])?|[IVXLC]{1,7}|[A-Z]|[ivxlc]{2,7}|\p{L}+)(?:\s+(?<suffix>bis|ter|quater|quat|quinquies|quint|quin|sexies|septies|octies|Alt(?!\.?\s*\d))(?!\p{L}))?\.?(?=$|[\s.:–—-])/u
const SEPARATOR = /^\s*(?<mark>[.:–—-]?)\s*/u
const HAN_HEADING = /^第(?<number>[一二三四五六七八九十百零\d]+)(?<word>条|章|节|部分|编)\s*/u
const HAN_ANNEX = /^附件(?<number>[一二三四五六七八九十]?)\s*(?=$|\P{P})/u

/** The heading that `text` is or begins with, or null. A mention of a division inside a sentence is none (FM7). */
export function headingOf(text: string): PrintedHeading | null {
  const han = HAN_HEADING.exec(text)
  const division = han?.groups === undefined ? undefined : HAN_DIVISIONS[han.groups['word'] ?? '']
  if (han !== null && division !== undefined) {
    if (/^[第至和、，的所规]/u.test(text.slice(han[0].length))) return null
    const printed = han[0].trim()
    return { division, word: han.groups?.['word'] ?? '', number: han.groups?.['number'] ?? '', printed, rest: han[0].length }
  }
  const annex = HAN_ANNEX.exec(text)
  if (annex !== null && isHanAnnex(text, annex[0])) {
    return { division: 'annex', word: '附件', number: annex.groups?.['number'] ?? '', printed: annex[0].trim(), rest: annex[0].length }
  }
  return alphabeticHeading(text)
}

/** Chinese sets no sign behind an annex's number either: a short list item or a mention is none. */
function isHanAnnex(text: string, printed: string): boolean {
  const rest = text.slice(printed.length)
  if (printed.trim() === '附件') return rest === ''
  return !/^[所中的规第和、及，。；]/u.test(rest) && !(text.length <= 60 && /[；，、]$/u.test(text))
}

function alphabeticHeading(text: string): PrintedHeading | null {
  const start = WORD.exec(text.slice(0, 60))
  const word = start?.groups?.['word'] ?? ''
  const kind = divisionWordOf(word)
  if (start === null || kind === null) return null
  const numbered = NUMBER.exec(text.slice(start[0].length, start[0].length + 60))
  const number = numbered?.groups?.['number'] ?? ''
  if (numbered === null || !isHeadingNumber(number, kind)) return unnumberedHeading(text, { word, kind, end: start[0].length })
  const suffix = numbered.groups?.['suffix']
  const end = start[0].length + numbered[0].length
  const mark = SEPARATOR.exec(text.slice(end, end + 20))?.[0] ?? ''
  const separated = /[.:–—-]/.test(mark) || numbered[0].endsWith('.')
  const rest = end + mark.length
  if (!separated && !opensTitle(text.slice(rest))) return null
  return { division: kind, word, number: suffix === undefined ? number : `${number} ${suffix}`, printed: text.slice(0, end).trim(), rest }
}

/** `ANNEX`, `Annex: List of treaties`, `ANNEX LIST OF TREATIES`. Only annexes and appendices go without a number. */
function unnumberedHeading(text: string, found: { word: string; kind: DivisionWord; end: number }): PrintedHeading | null {
  const { word, kind, end } = found
  if (kind !== 'annex' && kind !== 'appendix') return null
  const mark = SEPARATOR.exec(text.slice(end, end + 20))?.[0] ?? ''
  const rest = text.slice(end + mark.length)
  const shouts = word === word.toUpperCase() && rest === rest.toUpperCase() && /^\p{Script=Latin}/u.test(word)
  if (rest !== '' && !/[:–—-]/.test(mark) && !shouts) return null
  if (rest === '' && /[.,;]$/.test(mark.trim())) return null
  return { division: kind, word, number: '', printed: text.slice(0, end).trim(), rest: end + mark.length }
}

function isHeadingNumber(number: string, kind: DivisionWord): boolean {
  if (/^\d/.test(number) || /^[IVXLC]+$/.test(number)) return true
  if (/^[ivxlc]{2,}$/.test(number)) return kind !== 'article'
  if (/^[A-Z]$/.test(number)) return kind !== 'article'
  return SPELLED.has(number.toLowerCase()) || /^\p{Script=Arabic}+$/u.test(number)
}

/** Whether `rest` can be a title: nothing, or words that begin like one and not like the middle of a sentence. */
const opensTitle = (rest: string): boolean => rest === '' || /^(?:[\p{P}\s]*)(?:\p{Lu}|\p{Lt}|\p{Lo}|\d)/u.test(rest) && !/^[,;|)]/.test(rest)
