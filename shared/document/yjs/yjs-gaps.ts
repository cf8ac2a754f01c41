import * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { partsStanding, type BodyItem, type Stretch } from './yjs-internals.ts'

/** The place in the body behind the first `units` units of `item`. */
export type Gap = Readonly<{ item: BodyItem; units: number }>

/**
 * Inserts `text` behind `gap` with the formatting in force there. `Y.Text.insert` walks the body from its start as soon as it
 * bears any formatting; this does not.
 */
export function insertAtGap(transaction: Y.Transaction, gap: Gap, text: string): void {
  putAtGap(transaction, gap, new Y.ContentString(text))
}

/** Puts the marker of clause `id` behind `gap` and the deleted words that follow, which stay what they were deleted from. */
export function markAtGap(transaction: Y.Transaction, { item, units }: Gap, id: ClauseId): void {
  let last = item
  if (units === item.length) while (last.right?.deleted === true) last = last.right
  putAtGap(transaction, { item: last, units: last === item ? units : last.length }, new Y.ContentEmbed({ clause: id }))
}

function putAtGap(transaction: Y.Transaction, { item, units }: Gap, content: Y.ContentString | Y.ContentEmbed): void {
  const { store, clientID } = transaction.doc
  const left = units < item.length ? Y.getItemCleanEnd(transaction, store, Y.createID(item.id.client, item.id.clock + units - 1)) : item
  const { right, parent } = left
  const id = Y.createID(clientID, Y.getState(store, clientID))
  new Y.Item(id, left, left.lastId, right, right?.id ?? null, parent, null, content).integrate(transaction, 0)
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
  for (const stretch of doomed) cutOut(transaction, stretch)
  forgetSearch(item.parent)
  return true
}

function cutOut(transaction: Y.Transaction, { client, clock, length }: Stretch): void {
  Y.getItemCleanStart(transaction, Y.createID(client, clock))
  Y.getItemCleanEnd(transaction, transaction.doc.store, Y.createID(client, clock + length - 1)).delete(transaction)
}

/** Deletes what stands of `stretch`, which is of the body. Call inside a transaction. */
export function deleteStretch(doc: Y.Doc, stretch: Stretch): void {
  doc.transact((transaction) => {
    for (const part of partsStanding(doc, stretch)) cutOut(transaction, part)
    forgetSearch(doc.getText('body'))
  })
}

/** Yjs keeps indexes into a body without formatting; they are wrong now. */
function forgetSearch(body: Y.Item['parent']): void {
  if (body instanceof Y.Text && body._searchMarker) body._searchMarker.length = 0
}
