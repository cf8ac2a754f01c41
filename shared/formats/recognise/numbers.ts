import { writeNumeral } from '#shared/clauses/index.ts'

/** The alphabets and numerals in which treaties number. One printed number can be read in several: `i` is 1 or 9. */
export const FAMILIES = ['digit', 'lower', 'upper', 'roman', 'ROMAN', 'cyrillic', 'abjad', 'han', 'decimal'] as const
export type Family = (typeof FAMILIES)[number]

export type Reading = Readonly<{ family: Family; value: number }>

const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя'
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const HAN = '一二三四五六七八九'
const ROMAN_VALUES = new Map(Array.from({ length: 399 }, (_, i) => [writeNumeral('roman', i + 1), i + 1]))

/** 1 for `a`, 26 for `z`, 27 for `aa`, 28 for `bb`: the way treaties go on after `z`. */
function letterValue(letters: string): number | null {
  const first = letters.charCodeAt(0) - 96
  if (first < 1 || first > 26 || letters.length > 2) return null
  return letters === letters.charAt(0).repeat(letters.length) ? first + 26 * (letters.length - 1) : null
}

/** `numeral` in Chinese numerals, 1 to 999, or null. */
export function hanValue(numeral: string): number | null {
  const match = /^(?:(.)百零?)?(?:(.?)十)?(.?)$/u.exec(numeral)
  if (match === null || numeral === '') return null
  const digit = (sign: string | undefined): number => (sign === undefined || sign === '' ? 0 : HAN.indexOf(sign) + 1)
  const [, hundreds, tens, ones] = match
  if ([hundreds, tens, ones].some((sign) => sign !== undefined && sign !== '' && !HAN.includes(sign))) return null
  const value = digit(hundreds) * 100 + (tens === undefined ? 0 : tens === '' ? 10 : digit(tens) * 10) + digit(ones)
  return value === 0 ? null : value
}

/** All ways to read a printed number (without its suffix such as `bis`). Empty when it is none. */
export function readingsOf(printed: string): readonly Reading[] {
  if (/^\d{1,4}$/.test(printed)) return [{ family: 'digit', value: Number(printed) }]
  if (/^\d{1,3}(?:\.\d{1,3})+$/.test(printed)) {
    const last = printed.slice(printed.lastIndexOf('.') + 1)
    return [{ family: 'decimal', value: Number(last) }]
  }
  const readings: Reading[] = []
  const lower = printed.toLowerCase()
  const isLower = lower === printed
  const isUpper = printed.toUpperCase() === printed
  if (/^[a-z]+$/.test(lower) && (isLower || isUpper)) {
    const letter = letterValue(lower)
    if (letter !== null) readings.push({ family: isLower ? 'lower' : 'upper', value: letter })
    const roman = ROMAN_VALUES.get(lower)
    if (roman !== undefined) readings.push({ family: isLower ? 'roman' : 'ROMAN', value: roman })
    return readings
  }
  if (lower.length === 1 && CYRILLIC.includes(lower)) return [{ family: 'cyrillic', value: CYRILLIC.indexOf(lower) + 1 }]
  const abjad = printed.replace(/\u0640/g, '').replace('ا', 'أ')
  if (abjad.length === 1 && ABJAD.includes(abjad)) return [{ family: 'abjad', value: ABJAD.indexOf(abjad) + 1 }]
  const han = hanValue(printed)
  return han === null ? [] : [{ family: 'han', value: han }]
}
