import { unreachable } from '#shared/kernel/index.ts'

/** The ways in which treaties write 1, 2, 3 … in front of their provisions and in the headings of their divisions. */
export type Numeral = 'decimal' | 'roman' | 'ROMAN' | 'letter' | 'LETTER' | 'han' | 'abjad' | 'arabic-ordinal'

const LATIN = 'abcdefghijklmnopqrstuvwxyz'.split('')
const ABJAD = 'أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' ')
const ARABIC_UNITS = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ')
const ARABIC_TEENS = 'الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع'.split(' ')
const ARABIC_ORDINALS = [...ARABIC_UNITS, ...ARABIC_TEENS.map((unit) => `${unit} عشر`), 'العشرون']
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** Beyond it roman and Chinese numerals fall back to digits. */
const LARGEST = 3999
const HAN_DIGITS = '零一二三四五六七八九'
const HAN_UNITS = ['千', '百', '十', ''] as const

function writeRoman(value: number): string {
  if (value > LARGEST) return String(value)
  let rest = value
  let written = ''
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) written += sign
  }
  return written
}

/** After the last letter letters are doubled: … (y), (z), (aa), (bb) … (zz), (aaa): CL13. */
const writeLetter = (value: number, letters: readonly string[]): string =>
  (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length))

function writeHan(value: number): string {
  if (value > LARGEST) return String(value)
  const digits = String(value).padStart(4, '0')
  let written = ''
  let gap = false
  HAN_UNITS.forEach((unit, place) => {
    const digit = Number(digits.charAt(place))
    if (digit === 0) {
      gap = written !== ''
      return
    }
    if (gap) written += HAN_DIGITS.charAt(0)
    gap = false
    written += HAN_DIGITS.charAt(digit) + unit
  })
  return value >= 10 && value < 20 ? written.slice(1) : written
}

/** `value`, a whole number from 1, written as `numeral`. */
export function writeNumeral(numeral: Numeral, value: number): string {
  switch (numeral) {
    case 'decimal':
      return String(value)
    case 'roman':
      return writeRoman(value)
    case 'ROMAN':
      return writeRoman(value).toUpperCase()
    case 'letter':
      return writeLetter(value, LATIN)
    case 'LETTER':
      return writeLetter(value, LATIN).toUpperCase()
    case 'han':
      return writeHan(value)
    case 'abjad':
      return writeLetter(value, ABJAD)
    case 'arabic-ordinal':
      return ARABIC_ORDINALS[value - 1] ?? String(value)
    default:
      return unreachable(numeral)
  }
}

const readRoman = (written: string): number => {
  const lower = written.toLowerCase()
  let value = 0
  let at = 0
  for (const [worth, sign] of ROMAN) {
    for (; lower.startsWith(sign, at); at += sign.length) value += worth
  }
  return value
}

const readLetter = (written: string, letters: readonly string[]): number => {
  const at = letters.findIndex((letter) => written !== '' && written === letter.repeat(written.length / letter.length))
  const letter = letters[at]
  return letter === undefined ? 0 : at + 1 + letters.length * (written.length / letter.length - 1)
}

const readHan = (written: string): number => {
  let value = 0
  let digit = 0
  for (const sign of written) {
    const unit = HAN_UNITS.findIndex((unit) => unit === sign)
    if (unit >= 0) {
      value += (digit === 0 ? 1 : digit) * 10 ** (3 - unit)
      digit = 0
    } else digit = HAN_DIGITS.indexOf(sign)
  }
  return value + digit
}

function guess(numeral: Numeral, written: string): number {
  switch (numeral) {
    case 'decimal':
      return /^[0-9]{1,4}$/.test(written) ? Number(written) : 0
    case 'roman':
    case 'ROMAN':
      return readRoman(written)
    case 'letter':
      return readLetter(written, LATIN)
    case 'LETTER':
      return readLetter(written.toLowerCase(), LATIN)
    case 'han':
      return readHan(written)
    case 'abjad':
      return readLetter(written, ABJAD)
    case 'arabic-ordinal':
      return ARABIC_ORDINALS.indexOf(written) + 1
    default:
      return unreachable(numeral)
  }
}

/** The value of `written` as `writeNumeral` writes it, up to 9999; null for anything else ("4 bis", "iiii", "0"). */
export function readNumeral(numeral: Numeral, written: string): number | null {
  const value = guess(numeral, written)
  return value >= 1 && writeNumeral(numeral, value) === written ? value : null
}
