import * as Y from 'yjs'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { BIRTH_KEYS } from './roots.ts'

/**
 * Everything in this room that reads what Yjs 13.6.33 does not promise: the list of items of a Y.Text, its struct store,
 * an item's parent. Its own test fails when an upgrade changes any of it.
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

/** The place in the body behind the first `units` units of `item`. */
export type Gap = Readonly<{ item: BodyItem; units: number }>

/**
 * Inserts `text` behind `gap` with the formatting in force there. `Y.Text.insert` walks the body from its start as soon as it
 * bears any formatting; this does not.
 */
export function insertAtGap(transaction: Y.Transaction, { item, units }: Gap, text: string): void {
  const { store, clientID } = transaction.doc
  const left = units < item.length ? Y.getItemCleanEnd(transaction, store, Y.createID(item.id.client, item.id.clock + units - 1)) : item
  const { right, parent } = left
  const id = Y.createID(clientID, Y.getState(store, clientID))
  new Y.Item(id, left, left.lastId, right, right?.id ?? null, parent, null, new Y.ContentString(text)).integrate(transaction, 0)
  forgetSearch(parent)
}

/**
 * Deletes `length` units of words behind `gap`; false, with nothing done, where a format item or an embed is among or right
 * behind them, so that Yjs has something to tidy.
 */
export function deleteBehindGap(transaction: Y.Transaction, { item, units }: Gap, length: number): boolean {
  const doomed: { client: number; clock: number; length: number }[] = []
  let [at, from, left]: [BodyItem | null, number, number] = [item, units, length]
  while (at !== null && (left > 0 || at.deleted || !at.countable)) {
    if (at.content instanceof Y.ContentFormat && !at.deleted) return false
    const taken = at.deleted || !at.countable ? 0 : Math.min(left, at.length - from)
    if (taken > 0) {
      if (!(at.content instanceof Y.ContentString)) return false
      doomed.push({ client: at.id.client, clock: at.id.clock + from, length: taken })
    }
    left -= taken
    from = 0
    at = at.right
  }
  if (left > 0) return false
  const { store } = transaction.doc
  for (const { client, clock, length: size } of doomed) {
    Y.getItemCleanStart(transaction, Y.createID(client, clock))
    Y.getItemCleanEnd(transaction, store, Y.createID(client, clock + size - 1)).delete(transaction)
  }
  forgetSearch(item.parent)
  return true
}

/** Yjs keeps indexes into a body without formatting; they are wrong now. */
function forgetSearch(body: Y.Item['parent']): void {
  if (body instanceof Y.Text && body._searchMarker) body._searchMarker.length = 0
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
