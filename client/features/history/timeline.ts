import type { HistoryView, PointView, SessionOfWork } from '#shared/api/index.ts'

type Version = HistoryView['versions'][number]

/** One line of the timeline; `seq` is the moment it leads to. */
export type Mark =
  | Readonly<{ kind: 'session'; at: string; seq: number; session: SessionOfWork }>
  | Readonly<{ kind: 'version'; at: string; seq: number; version: Version }>
  | Readonly<{ kind: 'checkpoint' | 'beginning'; at: string; seq: number }>
  | Readonly<{ kind: 'restored'; at: string; seq: number; by: string; subject: string }>

export type MarkedDay = Readonly<{ day: string; marks: readonly Mark[] }>

/** The moment at or after the log's row `seq`, the last one beyond all. */
export const pointAfter = (points: readonly PointView[], seq: number): PointView | undefined =>
  points.find((point) => point.seq >= seq) ?? points.at(-1)

/** The last moment not after `at`, the first one before all. */
export const pointAt = (points: readonly PointView[], at: string): PointView | undefined =>
  points.findLast((point) => point.at <= at) ?? points[0]

/** What comes later stands on top; of two at one time the later kind in this list does. */
const RANK: Readonly<Record<Mark['kind'], number>> = { beginning: 0, session: 1, restored: 2, checkpoint: 3, version: 4 }

/** The timeline by the reader's days (`dayOf` an ISO moment), the latest first. */
export function timelineOf({ sessions, points, versions, restored }: HistoryView, dayOf: (at: string) => string): readonly MarkedDay[] {
  const [first] = points
  const marks: Mark[] = [
    ...sessions.map((session): Mark => ({ kind: 'session', at: session.to, seq: pointAfter(points, session.seq)?.seq ?? session.seq, session })),
    ...versions.map((version): Mark => ({ kind: 'version', at: version.issuedAt, seq: pointAt(points, version.issuedAt)?.seq ?? 0, version })),
    ...restored.map(({ at, by, subject }): Mark => ({ kind: 'restored', at, seq: pointAt(points, at)?.seq ?? 0, by, subject })),
    ...points.slice(1, -1).flatMap(({ rests, at, seq }): Mark[] => (rests ? [{ kind: 'checkpoint', at, seq }] : [])),
    ...(first === undefined ? [] : [{ kind: 'beginning' as const, at: first.at, seq: first.seq }]),
  ]
  marks.sort((one, other) => other.at.localeCompare(one.at) || RANK[other.kind] - RANK[one.kind])
  const days: { day: string; marks: Mark[] }[] = []
  for (const mark of marks) {
    const day = dayOf(mark.at)
    const last = days.at(-1)
    if (last?.day === day) last.marks.push(mark)
    else days.push({ day, marks: [mark] })
  }
  return days
}
