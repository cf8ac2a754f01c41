import type { DraftStore } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { playHistory, playUntil, type DraftHistory, type Point } from './timeline.ts'

/** How drafts came to read as they do. */
export type Histories = Readonly<{
  /** The history of a draft up to its last stored row. `madeAt`: when the text was made. Refuses with `not-found` when there is none. */
  of(textId: string, madeAt: string): Promise<DraftHistory>
  /** The draft at row `seq`, whether or not that is still a point, and the point before it. Refuses with `not-found` before the first. */
  at(textId: string, madeAt: string, seq: number): Promise<Readonly<{ point: Point; previous: Point | null; history: DraftHistory }>>
}>

type Kept = Readonly<{ mark: string; lastSeq: number; history: Promise<DraftHistory> }>

/** So many histories are kept in memory; what they hold grows with what was changed, not with the points. */
const KEPT = 4

/** Plays histories when asked, off the rooms' way, and keeps the last few. `breathe` lets everything else have its turn. */
export function openHistory({ drafts, breathe }: Readonly<{ drafts: Pick<DraftStore, 'log'>; breathe: () => Promise<void> }>): Histories {
  const kept = new Map<string, Kept>()

  const keep = (textId: string, entry: Kept): Promise<DraftHistory> => {
    kept.delete(textId)
    kept.set(textId, entry)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest)
    return entry.history
  }

  const of: Histories['of'] = async (textId, madeAt) => {
    const log = await drafts.log(textId)
    const lastSeq = log.at(-1)?.seq
    if (lastSeq === undefined) throw new Refused('not-found')
    const mark = `${log.length}/${lastSeq}`
    const known = kept.get(textId)
    if (known?.mark === mark) return keep(textId, known)
    const history = playHistory(log, { madeAt, breathe })
    history.catch(() => kept.delete(textId))
    return keep(textId, { mark, lastSeq, history })
  }

  return {
    of,
    async at(textId, madeAt, seq) {
      const known = kept.get(textId)
      const history = await (known !== undefined && seq <= known.lastSeq ? keep(textId, known) : of(textId, madeAt))
      const index = history.points.findLastIndex((point) => point.seq <= seq)
      const before = history.points[index]
      if (before === undefined) throw new Refused('not-found')
      if (before.seq === seq) return { point: before, previous: history.points[index - 1] ?? null, history }
      // Points lie elsewhere now than when this one was shown.
      const then = await playUntil(await drafts.log(textId), seq, breathe)
      if (then === null) throw new Refused('not-found')
      return { point: { at: then.at === '' ? madeAt : then.at, clauses: then.clauses, seq, hands: [], rests: false }, previous: before, history }
    },
  }
}
