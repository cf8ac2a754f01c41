import type { ClauseId } from '#shared/clauses/index.ts'
import type { ClauseWork, Hand, Session } from './sessions.ts'

/** One stretch of work on a clause, and whose it was. */
export type ClauseEntry = Readonly<{ hand: Hand; work: ClauseWork }>

/**
 * What happened to the clause `id`, the latest first, wherever it stood; what it was split off tells what came before the
 * split. At most `most` entries; `left` says how many earlier ones are left out.
 */
export function clauseEntries(
  sessions: readonly Session[],
  { id, most }: Readonly<{ id: ClauseId; most: number }>,
): Readonly<{ entries: readonly ClauseEntry[]; left: number }> {
  const all = sessions.flatMap(({ hand, work }) => work.map((each): ClauseEntry => ({ hand, work: each })))
  const isBirth = ({ work }: ClauseEntry): number => (work.base === null ? 1 : 0)
  all.sort((one, other) => other.work.seq - one.work.seq || isBirth(other) - isBirth(one)) // a split is met before what it split
  /** The clause, and each that it was split off, up to the row of the split. */
  const until = new Map<ClauseId, number>([[id, Infinity]])
  const found = all.filter(({ work }) => {
    if (work.seq > (until.get(work.id) ?? -1)) return false
    if (work.base === null && work.from !== null && !until.has(work.from)) until.set(work.from, work.seq)
    return true
  })
  return { entries: found.slice(0, most), left: Math.max(0, found.length - most) }
}
