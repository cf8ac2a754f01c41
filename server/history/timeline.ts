import { DraftPlayback } from '#shared/document/index.ts'
import type { Clause, LabelSettings } from '#shared/clauses/index.ts'
import { mergeRows } from '#server/rooms/index.ts'
import type { DraftLogRow } from '#server/storage/port.ts'
import { cutIntoPoints } from './points.ts'
import { SessionBook, type Hand, type Session } from './sessions.ts'

/** What the history of one draft shows at most; beyond it the oldest rows count as one, and the answer says how many. */
export const HISTORY_LIMITS = { rows: 20_000, points: 400 } as const

/** The draft as it stood after a minute or more of work. A clause that did not change is the same object in all of them. */
export type Point = Readonly<{ seq: number; at: string; hands: readonly Hand[]; rests: boolean; clauses: readonly Clause[] }>

export type DraftHistory = Readonly<{
  lastSeq: number
  settings: LabelSettings
  points: readonly Point[]
  sessions: readonly Session[]
  /** How many of the oldest rows, merged, were too many to tell one by one. */
  earlierRows: number
}>

/** So many rows are worked on before others get their turn. */
const TURN_ROWS = 20
/** So many are merged at a time: enough for some minutes of what is not folded yet. */
const MERGED_AT_ONCE = 250

/**
 * Plays a draft's log (in order, the seed first, not empty) into its history. `breathe` is awaited again and again, so that
 * live drafting goes on meanwhile; `madeAt` stands in for the times of rows that have none.
 */
export async function playHistory(
  log: readonly DraftLogRow[],
  { madeAt, breathe, limits = HISTORY_LIMITS }: Readonly<{ madeAt: string; breathe: () => Promise<void>; limits?: Readonly<{ rows: number; points: number }> }>,
): Promise<DraftHistory> {
  const rows = await mergedInTurns(log, breathe)
  const earlierRows = Math.max(0, rows.length - limits.rows)
  const playback = new DraftPlayback()
  for (let from = 0; from < earlierRows; from += TURN_ROWS) {
    playback.play(rows.slice(from, Math.min(from + TURN_ROWS, earlierRows)).map(({ update }) => update))
    await breathe()
  }
  const told = rows.slice(earlierRows)
  const cuts = cutIntoPoints(told.map(({ at }) => Date.parse(at ?? madeAt)), limits.points)
  const book = new SessionBook()
  const points: Point[] = []
  let hands = new Map<string, Hand>()
  for (const [index, row] of told.entries()) {
    const changes = playback.play([row.update])
    const at = row.at ?? madeAt
    if (row.memberId !== null) {
      const hand: Hand = { memberId: row.memberId, name: row.name, delegation: row.delegation }
      book.note({ hand, seq: row.seq, at, changes })
      hands.set(JSON.stringify(hand), hand)
    }
    const cut = cuts[points.length]
    if (cut?.last === index) {
      points.push({ seq: row.seq, at, hands: [...hands.values()], rests: cut.rests, clauses: playback.clauses })
      hands = new Map()
    }
    if (index % TURN_ROWS === TURN_ROWS - 1) await breathe()
  }
  return { lastSeq: log.at(-1)?.seq ?? 0, settings: playback.meta().settings, points, sessions: book.sessions(), earlierRows }
}

/** The clauses as the rows up to `seq` made them, be it a point or not. */
export async function playUntil(log: readonly DraftLogRow[], seq: number, breathe: () => Promise<void>): Promise<Pick<Point, 'at' | 'clauses'> | null> {
  const rows = (await mergedInTurns(log, breathe)).filter((row) => row.seq <= seq)
  const playback = new DraftPlayback()
  for (let from = 0; from < rows.length; from += TURN_ROWS) {
    playback.play(rows.slice(from, from + TURN_ROWS).map(({ update }) => update))
    await breathe()
  }
  const last = rows.at(-1)
  return last === undefined ? null : { at: last.at ?? '', clauses: playback.clauses }
}

/** The log to the minute: what has not been folded yet is merged here as it will be. */
async function mergedInTurns(log: readonly DraftLogRow[], breathe: () => Promise<void>): Promise<readonly DraftLogRow[]> {
  const merged: DraftLogRow[] = []
  for (let from = 0; from < log.length; from += MERGED_AT_ONCE) {
    merged.push(...mergeRows(log.slice(from, from + MERGED_AT_ONCE)))
    await breathe()
  }
  return merged
}
