import * as Y from 'yjs'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { BIRTH_KEYS } from './roots.ts'

/**
 * Everything in this room that reads what Yjs 13.6.33 does not promise: the list of items of a Y.Text, its struct store,
 * an item's parent; what is written by them stands in yjs-gaps.ts. Its own test fails when an upgrade changes any of it.
 */

/** A character run, embed or format item of the body. */
export type BodyItem = Y.Item

/**
 * Tells Yjs that `body` bears formatting. It forgets so when a Y.Text is asked for after its content has arrived (13.6.33),
 * and then edits beside formatted words run on or cut off their formatting.
 */
export function noteFormatting(body: Y.Text): void {
  body._hasFormatting = true
  body._searchMarker = null
}

export function hasFormatItem(body: Y.Text): boolean {
  for (let item = body._start; item !== null; item = item.right) if (item.content instanceof Y.ContentFormat) return true
  return false
}

export const firstItem = (body: Y.Text): BodyItem | null => body._start

/** What a body item is to a reader; deleted items are nothing. */
export type Content =
  | Readonly<{ what: 'text'; text: string }>
  | Readonly<{ what: 'embed'; embed: unknown }>
  | Readonly<{ what: 'format'; name: string; value: unknown }>
  | Readonly<{ what: 'nothing' }>

const NOTHING: Content = { what: 'nothing' }

export function contentOf(item: BodyItem): Content {
  if (item.deleted) return NOTHING
  const { content } = item
  if (content instanceof Y.ContentString) return { what: 'text', text: content.str }
  if (content instanceof Y.ContentEmbed) return { what: 'embed', embed: content.embed }
  if (content instanceof Y.ContentFormat) return { what: 'format', name: content.key, value: content.value }
  return item.countable ? { what: 'embed', embed: null } : NOTHING
}

/** The clause that a marker's embed names, or null when `embed` is no marker. */
export function markedClause(embed: unknown): ClauseId | null {
  if (typeof embed !== 'object' || embed === null || !('clause' in embed)) return null
  return parseClauseId(embed.clause)
}

/** The clause whose marker `item` is, while it stands. */
export function markerOf(item: BodyItem): ClauseId | null {
  if (item.deleted || !(item.content instanceof Y.ContentEmbed)) return null
  return markedClause(item.content.embed)
}

const clockBefore = (transaction: Y.Transaction, client: number): number => transaction.beforeState.get(client) ?? 0

/** Whether `transaction` brought `item`. Only while its observers run. */
export const broughtBy = (transaction: Y.Transaction, item: BodyItem): boolean =>
  item.id.clock >= clockBefore(transaction, item.id.client)

/** Whether `item` stood before `transaction` and no longer does. Only while its observers run. */
export const takenBy = (transaction: Y.Transaction, item: BodyItem): boolean =>
  item.deleted && !broughtBy(transaction, item) && Y.isDeleted(transaction.deleteSet, item.id)

/** Calls `visit` for every item of `body` that `transaction` inserted or deleted. Only while its observers run. */
export function eachTouchedItem(transaction: Y.Transaction, body: Y.Text, visit: (item: BodyItem) => void): void {
  const { clients } = transaction.doc.store
  const walk = (client: number, from: number, to: number) => {
    const structs = clients.get(client)
    if (!structs || from >= to) return
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= to) break
      if (struct instanceof Y.Item && struct.parent === body) visit(struct)
    }
  }
  transaction.afterState.forEach((clock, client) => walk(client, clockBefore(transaction, client), clock))
  transaction.deleteSet.clients.forEach((ranges, client) => {
    for (const { clock, len } of ranges) walk(client, clock, clock + len)
  })
}

/** The keys of `clauses` whose entries `transaction` made or changed. Only while its observers run. */
export function changedEntries(transaction: Y.Transaction, clauses: Y.Map<unknown>): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    if (Object.is(type, clauses)) {
      for (const key of keys) if (key !== null) changed.add(key)
    } else if (type.parent === clauses && typeof type._item?.parentSub === 'string') changed.add(type._item.parentSub)
  }
  return changed
}

export const hasChanged = (transaction: Y.Transaction, type: Y.Array<unknown>): boolean =>
  [...transaction.changed.keys()].some((changed) => changed === type)

/**
 * Whether undo may delete `item` (DC2): never a marker, an entry, what an entry was born with, or a removal stamp. Undo of
 * a split or a paste thus takes back `joined: null`, and the new clause continues the one before it.
 */
export function undoMayDelete(item: Y.Item, { body, clauses }: Readonly<{ body: Y.Text; clauses: Y.Map<unknown> }>): boolean {
  if (item.parent === body) return markerOf(item) === null
  if (item.parent === clauses) return false
  const parent = item.parent
  if (!(parent instanceof Y.AbstractType)) return true
  if (parent.parent === clauses) return item.left !== null || !BIRTH_KEYS.has(item.parentSub ?? '')
  return parent.parent?.parent !== clauses
}

/** A spot directly behind one unit of the body. */
export type ItemSpot = Readonly<{ client: number; clock: number }>

/** The spot behind unit `offset` (from 0) of `item`. */
export const spotBehind = (item: BodyItem, offset: number): ItemSpot => ({ client: item.id.client, clock: item.id.clock + offset })

/** The body item that holds `spot` and how many of its units lie before or at the spot; null when it is not here (yet). */
export function findSpot(doc: Y.Doc, body: Y.Text, spot: ItemSpot): { item: BodyItem; units: number } | null {
  let { client, clock } = spot
  for (let hops = 0; hops < 1000; hops++) {
    const structs = doc.store.clients.get(client)
    if (!structs || clock < 0 || clock >= Y.getState(doc.store, client)) return null
    const struct = structs[Y.findIndexSS(structs, clock)]
    if (!(struct instanceof Y.Item) || struct.parent !== body) return null
    if (struct.redone === null) return { item: struct, units: struct.deleted ? 0 : clock - struct.id.clock + 1 }
    clock = struct.redone.clock + (clock - struct.id.clock)
    client = struct.redone.client
  }
  return null
}

/** `length` units of the body as one Yjs client wrote them, from `clock` on. */
export type ItemRange = Readonly<{ client: number; clock: number; length: number }>

/** The ids of an item's units, in order. */
export const rangeOf = (item: BodyItem): ItemRange => ({ client: item.id.client, clock: item.id.clock, length: item.length })

/** The values of `list` with the id under which each was written. */
export function writtenValues(list: Y.Array<unknown>): readonly Readonly<{ value: unknown; id: ItemSpot }>[] {
  const written: { value: unknown; id: ItemSpot }[] = []
  for (let item = list._start; item !== null; item = item.right) {
    const { client, clock } = item.id
    if (!item.deleted && item.countable) item.content.getContent().forEach((value: unknown, at) => written.push({ value, id: { client, clock: clock + at } }))
  }
  return written
}

/** The highest clock of each client among `items` and what follows each up to its end, as `seen` of a removal stamp. */
export function seenClocks(items: Iterable<BodyItem>): Record<string, number> {
  const seen: Record<string, number> = {}
  for (const item of items) {
    const name = String(item.id.client)
    seen[name] = Math.max(seen[name] ?? 0, item.id.clock + item.length)
  }
  return seen
}

/** Units of the body that one client wrote in a row. */
export type Stretch = Readonly<{ client: number; clock: number; length: number }>

/** Calls `visit` for every entry of a list of plain values, with what wrote it. */
export function eachEntry(list: Y.Array<unknown>, visit: (entry: unknown, by: ItemSpot) => void): void {
  for (let item = list._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { client, clock } = item.id
    for (const [at, entry] of (item.content.getContent() as readonly unknown[]).entries()) visit(entry, { client, clock: clock + at })
  }
}

/** The parts of `stretch` that stand in the draft. */
export function partsStanding({ store }: Y.Doc, { client, clock, length }: Stretch): readonly Stretch[] {
  const structs = store.clients.get(client)
  if (!structs || clock >= Y.getState(store, client)) return []
  const parts: Stretch[] = []
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) break
    const [from, to] = [Math.max(clock, struct.id.clock), Math.min(clock + length, struct.id.clock + struct.length)]
    if (struct instanceof Y.Item && !struct.deleted) parts.push({ client, clock: from, length: to - from })
  }
  return parts
}

/** The stretches of the body in `ranges` that this client has written again since its clock `since`, and where. */
export function restoredBehind(
  { store, clientID }: Y.Doc,
  body: Y.Text,
  { ranges, since }: Readonly<{ ranges: readonly Stretch[]; since: number }>,
): readonly Readonly<{ stretch: Stretch; clock: number }>[] {
  const restored: { stretch: Stretch; clock: number }[] = []
  for (const { client, clock, length } of ranges) {
    const structs = store.clients.get(client)
    if (!structs || clock >= Y.getState(store, client)) continue
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= clock + length) break
      if (!(struct instanceof Y.Item) || struct.parent !== body || struct.redone?.client !== clientID || struct.redone.clock < since) continue
      restored.push({ stretch: { client, clock: struct.id.clock, length: struct.length }, clock: struct.redone.clock })
    }
  }
  return restored
}

/** Whether what stands at `key` was set by somebody who had seen there what `own` lists, or by those writings themselves. */
export function knows(entry: Y.Map<unknown>, key: string, own: Parameters<typeof Y.isDeleted>[0]): boolean {
  let item = entry._map.get(key) ?? null
  if (item?.deleted) return false
  let seen: Y.ID | null = item?.lastId ?? null
  while (item !== null && seen !== null) {
    const { client, clock } = item.id
    if (client !== seen.client || seen.clock < clock || seen.clock >= clock + item.length) {
      item = item.left
      continue
    }
    // Yjs makes one item of several that are gone; each was set over the one before it.
    for (let at = clock; at <= seen.clock; at++) if (Y.isDeleted(own, Y.createID(client, at))) return true
    seen = item.origin
    item = item.left
  }
  return false
}

/** What Yjs holds back of earlier updates until what they stand on is here, as updates of the second format. */
export function waitingUpdates({ store: { pendingStructs, pendingDs } }: Y.Doc): readonly Uint8Array[] {
  return [pendingStructs?.update ?? null, pendingDs].filter((update) => update !== null)
}

/** How many shared types the standing `item` is inside of, a root not counted. */
export function typesAround(item: Y.Item): number {
  let count = 0
  for (let parent: unknown = item.parent; parent instanceof Y.AbstractType && parent._item !== null; parent = parent._item.parent) count++
  return count
}
