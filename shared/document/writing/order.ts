import type { ClauseId } from '#shared/clauses/index.ts'
import { statedParents } from '../model/layout.ts'
import type { DraftModel } from '../model/model.ts'
import { replayOf, type Replay } from '../model/replay.ts'
import type { Move } from '../yjs/roots.ts'
import type { DraftWriter } from './writer.ts'

/** The members of a longest strictly rising subsequence of `values`, as indexes; negative values never belong. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [] // tails[length - 1]: the index whose value ends the best rise of that length
  const before = new Int32Array(values.length).fill(-1)
  values.forEach((value, index) => {
    if (value < 0) return
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const rise = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.add(at)
  return rise
}

/** What a move of `head` would carry along but shows as another clause: named, so that it stays (DC5). */
function stayingWith(model: DraftModel, replay: Replay, head: number): ClauseId[] {
  const block = model.segmentAt(head).block
  return replay
    .group(head, () => false)
    .map((index) => model.segmentAt(index))
    .filter((segment) => segment.block !== block)
    .map(({ id }) => id)
}

/** The last segment behind which something goes that shall follow the clause of `head`. */
function anchorOf(model: DraftModel, replay: Replay, head: number): ClauseId {
  const block = model.segmentAt(head).block
  const group = replay.group(head, (index) => model.segmentAt(index).block !== block)
  return model.segmentAt(group.at(-1) ?? head).id
}

/** Whether the clauses stand as `wanted`. */
export const inOrder = (model: DraftModel, wanted: readonly ClauseId[]): boolean =>
  wanted.length === model.blocks.length && wanted.every((id, index) => model.blocks[index]?.head.id === id)

/**
 * Appends moves until the clauses stand as `wanted` (their own ids in another order), those of `movers` by preference.
 * Returns whether they do; the layout is made anew (DC5).
 */
export function orderAs(writer: DraftWriter, wanted: readonly ClauseId[], movers: ReadonlySet<ClauseId>): boolean {
  const { model } = writer
  for (let pass = 0; pass < 3 && !inOrder(model, wanted); pass++) {
    const ranks = wanted.map((id) => (pass === 0 && movers.has(id) ? -1 : (model.blockOf(id)?.index ?? -1)))
    const staying = pass < 2 ? longestRise(ranks) : new Set<number>()
    const replay = replayOf({ stored: model.storage, stated: statedParents(model.storage, model.indexOf), indexOf: model.indexOf }, model.moves)
    const added: Move[] = []
    let previous: number | null = null
    wanted.forEach((id, index) => {
      const head = model.byId.get(id)?.at
      if (head === undefined) return
      if (!staying.has(index)) {
        const after: ClauseId | null = previous === null ? null : anchorOf(model, replay, previous)
        const move: Move = { id, after, stamp: writer.nextStamp(), stay: stayingWith(model, replay, head) }
        replay.play(move)
        added.push(move)
      }
      previous = head
    })
    model.roots.moves.push(added.map(({ id, after, stamp, stay }) => ({ id, after, stamp: [...stamp], ...(stay.length > 0 ? { stay: [...stay] } : {}) })))
    model.refreshMoves()
    model.relayout()
  }
  return inOrder(model, wanted)
}
