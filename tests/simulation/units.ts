import * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { rescuedIn } from '#shared/document/recovery/rescued.ts'
import type { Segment } from '#shared/document/model/segment.ts'

/** One code unit or atom of a body, by what made it: a client and its clock in one number. */
export type Unit = number

export const unitOf = (client: number, clock: number): Unit => client * 2 ** 20 + clock

const isMarker = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentEmbed && typeof content.embed === 'object' && content.embed !== null && 'clause' in content.embed

const wordsOf = (item: Y.Item): string => (item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length))

/** The words among `items`, unit by unit; markers and formatting are none. */
function* unitsIn(first: Y.Item | null, end: Y.Item | null): Iterable<readonly [Unit, string]> {
  for (let item = first; item !== null && item !== end; item = item.right) {
    if (item.deleted || !item.countable || isMarker(item)) continue
    const words = wordsOf(item)
    for (let at = 0; at < item.length; at++) yield [unitOf(item.id.client, item.id.clock + at), words.charAt(at)]
  }
}

const inSegment = ({ marker, reading }: Segment) => unitsIn(marker.right, reading.next)

/** What stands in a Y.Doc: all its words, and those of them that a reader sees, with their segments. */
export type Standing = Readonly<{ alive: ReadonlyMap<Unit, string>; shown: ReadonlyMap<Unit, ClauseId> }>

export function standingIn(model: DraftModel): Standing {
  const alive = new Map(unitsIn(model.roots.body._start, null))
  const shown = new Map<Unit, ClauseId>()
  for (const { segments } of model.blocks) for (const segment of segments) for (const [unit] of inSegment(segment)) shown.set(unit, segment.id)
  return { alive, shown }
}

/** The words that `client` wrote in `doc` from `clock` on. */
export function writtenSince(doc: Y.Doc, client: number, clock: number): ReadonlyMap<Unit, string> {
  const written = new Map<Unit, string>()
  const body = doc.getText('body')
  for (const item of doc.store.clients.get(client) ?? []) {
    if (!(item instanceof Y.Item) || item.id.clock + item.length <= clock || item.parent !== body || !item.countable || isMarker(item)) continue
    const words = wordsOf(item)
    for (let at = Math.max(0, clock - item.id.clock); at < item.length; at++) written.set(unitOf(client, item.id.clock + at), words.charAt(at))
  }
  return written
}

/** Which units each unit that `client` restored since `clock` stands for. */
export function restoredSince(doc: Y.Doc, client: number, clock: number): ReadonlyMap<Unit, Unit> {
  const restored = new Map<Unit, Unit>()
  for (let item = doc.getText('body')._start; item !== null; item = item.right) {
    const { redone } = item
    if (redone === null || redone.client !== client || redone.clock < clock) continue
    for (let at = 0; at < item.length; at++) restored.set(unitOf(client, redone.clock + at), unitOf(item.id.client, item.id.clock + at))
  }
  return restored
}

/** The words that the tray of rescued words offers, with their segments. */
export function offeredIn(model: DraftModel): ReadonlyMap<Unit, ClauseId> {
  const offered = new Map<Unit, ClauseId>()
  for (const { segmentId, ranges } of rescuedIn(model)) {
    for (const { client, clock, length } of ranges) for (let at = 0; at < length; at++) offered.set(unitOf(client, clock + at), segmentId)
  }
  return offered
}
