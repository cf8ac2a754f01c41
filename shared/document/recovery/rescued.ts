import type * as Y from 'yjs'
import type { ClauseId, Numbering } from '#shared/clauses/index.ts'
import { DraftModel } from '../model/model.ts'
import { ATOM_TEXT } from '../model/piece.ts'
import { readRemovals, type RemovalStamp } from '../model/removals.ts'
import type { Segment } from '../model/segment.ts'
import { contentOf, markerOf, rangeOf, type ItemRange, type ItemSpot } from '../yjs/yjs-internals.ts'

/** Words that were typed into a clause which somebody removed without having seen them (DC20). */
export type RescuedPassage = Readonly<{
  /** The segment that holds them. */
  segmentId: ClauseId
  /** The removed clause that they stood in, as it was numbered. */
  clause: Numbering
  /** The visible clause behind which that clause would stand, null = in front of all. */
  behind: ClauseId | null
  /** Where they begin in the words of the segment; with `text`, in UTF-16 code units. An inline atom counts as one. */
  offset: number
  text: string
  /** What stands around them in the removed clause, at most 60 characters each. */
  prefix: string
  suffix: string
  /** The words by who wrote them; what makes the passage the same for everybody. */
  ranges: readonly ItemRange[]
  /** The unit of the Y.Doc that says the clause was removed, for whoever removed it; null where nothing says so. */
  removedBy: ItemSpot | null
}>

const CONTEXT = 60

/** Live words of one segment: a stretch that some stamp covers, or that none does. */
type Stretch = { text: string; covered: boolean; ranges: ItemRange[] }

/** Up to which clock some stamp saw the words of each client go (DC6). */
function coverOf(stamps: readonly RemovalStamp[]): ReadonlyMap<number, number> {
  const cover = new Map<number, number>()
  for (const { seen } of stamps) for (const [client, clock] of seen) cover.set(client, Math.max(clock, cover.get(client) ?? 0))
  return cover
}

function addTo(stretches: Stretch[], next: Readonly<{ text: string; covered: boolean; range: ItemRange }>): void {
  const last = stretches.at(-1)
  if (last?.covered !== next.covered) {
    stretches.push({ text: next.text, covered: next.covered, ranges: [next.range] })
    return
  }
  last.text += next.text
  const before = last.ranges.at(-1)
  const follows = before?.client === next.range.client && before.clock + before.length === next.range.clock
  if (before && follows) last.ranges[last.ranges.length - 1] = { ...before, length: before.length + next.range.length }
  else last.ranges.push(next.range)
}

function stretchesOf(segment: Segment, cover: ReadonlyMap<number, number>): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let item = segment.marker.right; item !== null && item !== segment.reading.next; item = item.right) {
    const content = contentOf(item)
    if ((content.what !== 'text' && content.what !== 'embed') || markerOf(item) !== null) continue
    const { client, clock, length } = rangeOf(item)
    const text = content.what === 'text' ? content.text : ATOM_TEXT
    const seen = Math.min(length, Math.max(0, (cover.get(client) ?? 0) - clock))
    if (seen > 0) addTo(stretches, { text: text.slice(0, seen), covered: true, range: { client, clock, length: seen } })
    if (seen < length) addTo(stretches, { text: text.slice(seen), covered: false, range: { client, clock: clock + seen, length: length - seen } })
  }
  return stretches
}

/** The head of the removed clause that `segment` went with, itself when that one is not removed. */
export function removedHead(model: DraftModel, segment: Segment, stamps: readonly RemovalStamp[]): Segment {
  const named = stamps.at(-1)?.with ?? null
  const head = named === null ? undefined : model.byId.get(named)
  return head?.flags.removed ? head : segment
}

/** Segments by their index, the clause shown nearest before each in the order of the moves. */
function shownBefore({ layout: { order, blocks }, storage }: DraftModel): readonly (ClauseId | null)[] {
  const heads = new Set(blocks.map(([head]) => head))
  const before: (ClauseId | null)[] = []
  let shown: ClauseId | null = null
  for (const index of order) {
    before[index] = shown
    if (heads.has(index)) shown = storage[index]?.id ?? shown
  }
  return before
}

const standing = ({ id, flags: { kind, depth, number } }: Segment): Numbering => ({ id, kind, depth, number })

/** As `rescuedText`, of a model that is kept current. */
export function rescuedIn(model: DraftModel): readonly RescuedPassage[] {
  const removed = model.storage.filter(({ flags, reading }) => flags.removed && reading.length > 0)
  if (removed.length === 0) return []
  const before = shownBefore(model)
  return removed.flatMap((segment) => {
    const stamps = readRemovals(model.roots.clauses, segment.id)
    const head = removedHead(model, segment, stamps)
    const stretches = stretchesOf(segment, coverOf(stamps))
    let end = 0
    return stretches.flatMap(({ text, covered, ranges }, at): RescuedPassage[] => {
      const offset = end
      end += text.length
      if (covered) return []
      return [
        {
          segmentId: segment.id,
          clause: standing(head),
          behind: before[head.at] ?? null,
          offset,
          text,
          prefix: stretches[at - 1]?.text.slice(-CONTEXT) ?? '',
          suffix: stretches[at + 1]?.text.slice(0, CONTEXT) ?? '',
          ranges,
          removedBy: stamps.findLast(({ how }) => how === 'delete')?.id ?? null,
        },
      ]
    })
  })
}

/** The rescued passages of a model, read anew only once something has come that may change them. */
export class RescuedList {
  readonly #model: DraftModel
  readonly #listeners = new Set<() => void>()
  #read: readonly RescuedPassage[] | null = null

  constructor(model: DraftModel) {
    this.#model = model
  }

  /** The same list until something changed. */
  passages(): readonly RescuedPassage[] {
    this.#read ??= rescuedIn(this.#model)
    return this.#read
  }

  /** Something came; nothing is read before somebody asks. */
  changed(): void {
    this.#read = null
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/**
 * The words that stand in removed clauses though nobody removed them on purpose: typed at the same moment, by somebody who
 * had not seen the removal (DC20). In the order of the body, the same on every replica; reads the whole draft.
 */
export const rescuedText = (doc: Y.Doc): readonly RescuedPassage[] => rescuedIn(new DraftModel(doc))
