import type * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '../model/model.ts'
import type { Block, Reading, Segment } from '../model/segment.ts'
import { contentOf, markerOf, rangeOf } from '../yjs/yjs-internals.ts'

/** Units `from`–`to` of a clause's words, written by Yjs client `client` as its units from `clock` on. */
export type WrittenRun = Readonly<{ from: number; to: number; client: number; clock: number }>

/** A visible clause by who wrote its words; the runs lie end to end and cover it. */
export type WrittenClause = Readonly<{ clauseId: ClauseId; runs: readonly WrittenRun[] }>

/** A reading is replaced whenever its segment's words change, so what was found for one holds for as long as it does. */
const known = new WeakMap<Reading, readonly WrittenRun[]>()

function runsOf({ marker, reading }: Segment): readonly WrittenRun[] {
  const found = known.get(reading)
  if (found) return found
  const runs: WrittenRun[] = []
  let from = 0
  for (let item = marker.right; item !== null && item !== reading.next; item = item.right) {
    const { what } = contentOf(item)
    if ((what !== 'text' && what !== 'embed') || markerOf(item) !== null) continue
    const { client, clock, length } = rangeOf(item)
    const last = runs.at(-1)
    const follows = last?.client === client && last.clock + (last.to - last.from) === clock
    if (last && follows) runs[runs.length - 1] = { ...last, to: last.to + length }
    else runs.push({ from, to: from + length, client, clock })
    from += length
  }
  known.set(reading, runs)
  return runs
}

function blockRuns({ segments }: Block): readonly WrittenRun[] {
  const [only, ...more] = segments
  if (only && more.length === 0) return runsOf(only)
  let start = 0
  return segments.flatMap((segment) => {
    const offset = start
    start += segment.reading.length
    return runsOf(segment).map((run) => ({ ...run, from: run.from + offset, to: run.to + offset }))
  })
}

/** As `writtenText`, of a model that is kept current. */
export const writtenIn = ({ blocks }: DraftModel): readonly WrittenClause[] => blocks.map((block) => ({ clauseId: block.head.id, runs: blockRuns(block) }))

/** Which Yjs client wrote which words of each visible clause, in reading order (DC22). Reads the whole draft. */
export const writtenText = (doc: Y.Doc): readonly WrittenClause[] => writtenIn(new DraftModel(doc))
