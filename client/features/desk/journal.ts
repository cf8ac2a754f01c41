import type { JournalLine } from '#shared/api/index.ts'

export type JournalDay = Readonly<{ day: string; lines: readonly JournalLine[] }>

/** The reader's own calendar day of a moment, as `2026-11-23`. */
export function localDay(iso: string): string {
  const moment = new Date(iso)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/**
 * Lines of the journal by day, newest first. Of a run of the same act of the same person on the same text only the latest
 * line stays: "edited" twenty times in an hour is one thing that changed.
 */
export function journalDays(lines: readonly JournalLine[]): readonly JournalDay[] {
  const days: { day: string; lines: JournalLine[] }[] = []
  for (const line of lines) {
    const day = localDay(line.at)
    const current = days.at(-1)
    if (current === undefined || current.day !== day) days.push({ day, lines: [line] })
    else if (!repeats(current.lines.at(-1), line)) current.lines.push(line)
  }
  return days
}

const repeats = (later: JournalLine | undefined, line: JournalLine): boolean =>
  later !== undefined && later.act === line.act && later.by === line.by && later.subject === line.subject && later.textId === line.textId
