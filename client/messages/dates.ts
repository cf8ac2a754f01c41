import { useTranslation } from 'react-i18next'

/** How days, moments and numbers are written in the interface's language. */
export type Writing = Readonly<{
  /** `2026-11-23` as "23 November 2026". A calendar day has no time zone and is never shifted. */
  day: (day: string) => string
  /** `2026-11-23` as "23 Nov". */
  shortDay: (day: string) => string
  /** An ISO moment as "23 Nov 2026, 14:05" in the reader's time zone. */
  moment: (iso: string) => string
  /** An ISO moment as "14:05" in the reader's time zone. */
  time: (iso: string) => string
  /** The month of a day as "Nov". */
  month: (day: string) => string
  /** An ISO moment as "3 minutes ago", counted from `nowMs`. */
  ago: (iso: string, nowMs: number) => string
  /** 1234 as "1,234". */
  number: (value: number) => string
  /** Names joined as "A, B and C". */
  list: (items: readonly string[]) => string
}>

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `Writing` for a BCP 47 language. */
export function writingIn(language: string): Writing {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const number = new Intl.NumberFormat(language)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    day: (value) => day.format(dayOf(value)),
    shortDay: (value) => shortDay.format(dayOf(value)),
    moment: (iso) => moment.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    month: (value) => month.format(dayOf(value)),
    ago: (iso, nowMs) => {
      const seconds = (Date.parse(iso) - nowMs) / 1000
      const step = STEPS.find(([, span]) => Math.abs(seconds) >= span)
      return step === undefined ? ago.format(0, 'minute') : ago.format(Math.round(seconds / step[1]), step[0])
    },
    number: (value) => number.format(value),
    list: (items) => list.format(items),
  }
}

const writings = new Map<string, Writing>()

/** The `Writing` of the interface's language; the same object until the language changes. */
export function useWriting(): Writing {
  const { i18n } = useTranslation()
  // 'en' alone is American to Intl; international organisations write the day first.
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language
  const known = writings.get(language) ?? writingIn(language)
  writings.set(language, known)
  return known
}
