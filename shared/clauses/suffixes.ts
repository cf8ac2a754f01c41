import { invariant } from '#shared/kernel/index.ts'
import type { Language } from './clause.ts'

/** What is added to a held number for what is inserted after it, in order. */
const LATIN = (
  'bis ter quater quinquies sexies septies octies nonies decies undecies duodecies ' +
  'terdecies quaterdecies quindecies sexdecies septdecies octodecies novodecies vicies'
).split(' ')
const ARABIC_ORDERS = ['ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا', 'سابعا', 'ثامنا', 'تاسعا', 'عاشرا']
const ARABIC = ['مكررا', ...ARABIC_ORDERS.map((order) => `مكررا ${order}`)]
const CHINESE_DIGITS = '二三四五六七八九十'.split('')
const CHINESE = CHINESE_DIGITS.map((digit) => `之${digit}`)

const WORDS: Record<Language, readonly string[]> = {
  en: LATIN,
  fr: LATIN,
  es: LATIN,
  ru: LATIN,
  ar: ARABIC,
  zh: CHINESE,
}

const gapIn = (language: Language): string => (language === 'zh' ? '' : ' ')

/**
 * The suffix of the `count`-th insertion (from 1) after one number, with the gap before it: " bis". When the words
 * run out they are heaped: " vicies bis".
 */
export function suffixOf(language: Language, count: number): string {
  const words = WORDS[language]
  const last = words.at(-1)
  invariant(last !== undefined && count >= 1, `no suffix ${count}`)
  const gap = gapIn(language)
  const heaped = Math.floor((count - 1) / words.length)
  return `${gap}${last}`.repeat(heaped) + gap + (words[(count - 1) % words.length] ?? '')
}

/** `number` without a suffix of this language: "17" for "17 ter". */
export function stemOf(language: Language, number: string): string {
  const gap = gapIn(language)
  const words = WORDS[language].toSorted((one, other) => other.length - one.length)
  const suffix = words.find((word) => number.endsWith(gap + word) && number.length > gap.length + word.length)
  return suffix === undefined ? number : stemOf(language, number.slice(0, -(gap.length + suffix.length)))
}

/** What stands before the first held number: "1 ante". In Latin in every language: none has a settled word. */
export const anteOf = (number: string): string => `${number} ante`

/** `number` cut where a suffix would begin, so that brackets close around the number alone: "(a) bis". */
export function cutSuffix(number: string): readonly [bare: string, suffix: string] {
  const at = number.search(/\s|之/)
  return at <= 0 ? [number, ''] : [number.slice(0, at), number.slice(at)]
}
