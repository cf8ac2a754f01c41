import { daysBetween, type Roadmap } from './roadmap.ts'

/** A scale of days: `at` is a day's place from 0 (first) to 1 (last). */
export type Timeline = Readonly<{ from: string; to: string; at: (day: string) => number; months: readonly string[] }>

/** Days of air on either side, so that no mark is cut. */
const MARGIN_DAYS = 7
const DAY_MS = 86_400_000

const shifted = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The scale that holds today, all deadlines and all days on which something was received. */
export function timelineOf({ rows }: Roadmap, today: string): Timeline {
  const days = [
    today,
    ...rows.flatMap(({ chapter }) => (chapter.dueOn === null ? [] : [chapter.dueOn])),
    ...rows.flatMap(({ contributions }) => contributions.flatMap((one) => ('receivedOn' in one ? [one.receivedOn] : []))),
  ].sort()
  const from = shifted(days.at(0) ?? today, -MARGIN_DAYS)
  const to = shifted(days.at(-1) ?? today, MARGIN_DAYS)
  const span = daysBetween(from, to)
  return { from, to, at: (day) => daysBetween(from, day) / span, months: monthsWithin(from, to) }
}

/** The first days of the months that begin within the scale. */
function monthsWithin(from: string, to: string): string[] {
  const months: string[] = []
  const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
  for (;;) {
    month.setUTCMonth(month.getUTCMonth() + 1)
    const day = month.toISOString().slice(0, 10)
    if (day > to) return months
    months.push(day)
  }
}
