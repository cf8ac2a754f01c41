import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseClauseId } from '#shared/clauses/index.ts'
import {
  broughtBy,
  changedEntries,
  contentOf,
  eachTouchedItem,
  findSpot,
  firstItem,
  hasChanged,
  hasFormatItem,
  markedClause,
  markerOf,
  noteFormatting,
  seenClocks,
  spotBehind,
  takenBy,
  undoMayDelete,
  type BodyItem,
} from '#shared/document/yjs/yjs-internals.ts'

const ID = parseClauseId('c_0000000001')

function draft() {
  const doc = new Y.Doc()
  doc.clientID = 7
  const body = doc.getText('body')
  const clauses = doc.getMap('clauses')
  doc.transact(() => {
    body.insertEmbed(0, { clause: ID })
    body.insert(1, 'abc')
    const entry = new Y.Map<unknown>()
    entry.set('kind', 'paragraph')
    entry.set('removals', new Y.Array())
    clauses.set('c_0000000001', entry)
    entry.set('joined', null)
  })
  return { doc, body, clauses }
}

function itemsOf(body: Y.Text): BodyItem[] {
  const items: BodyItem[] = []
  for (let item = firstItem(body); item !== null; item = item.right) items.push(item)
  return items
}

/** What `read` sees while the observers of `change` run. */
function during<Seen>(doc: Y.Doc, change: () => void, read: (transaction: Y.Transaction) => Seen): Seen {
  const seen: Seen[] = []
  const look = (transaction: Y.Transaction) => void seen.push(read(transaction))
  doc.on('afterTransaction', look)
  doc.transact(change)
  doc.off('afterTransaction', look)
  const [first] = seen
  if (first === undefined) throw new Error('no transaction came')
  return first
}

test('the body is a list of items: markers, words, formats, and what is deleted', () => {
  const { body } = draft()
  body.format(2, 1, { em: true })
  body.delete(3, 1)
  expect(itemsOf(body).map(contentOf).filter(({ what }) => what !== 'nothing')).toEqual([
    { what: 'embed', embed: { clause: ID } },
    { what: 'text', text: 'a' },
    { what: 'format', name: 'em', value: true },
    { what: 'text', text: 'b' },
    { what: 'format', name: 'em', value: null },
  ])
  expect(itemsOf(body).map(markerOf).filter((id) => id !== null)).toEqual([ID])
})

test('[DC1] an embed without a clause id is no marker', () => {
  expect([{ clause: 'c_0000000001' }, { clause: 'no id' }, { note: 1 }, null, 'c_0000000001'].map(markedClause)).toEqual([ID, null, null, null, null])
})

test('a transaction tells what it brought, took and changed', () => {
  const { doc, body, clauses } = draft()
  const moves = doc.getArray('moves')
  const seen = during(
    doc,
    () => {
      body.insert(4, 'de')
      body.delete(1, 1)
      const entry = clauses.get('c_0000000001')
      if (entry instanceof Y.Map) entry.set('depth', 1)
      moves.push([1])
    },
    (transaction) => {
      const touched: string[] = []
      eachTouchedItem(transaction, body, (item) => touched.push(`${item.length}${broughtBy(transaction, item) ? '+' : ''}${takenBy(transaction, item) ? '-' : ''}`))
      return { touched, entries: [...changedEntries(transaction, clauses)], moved: hasChanged(transaction, moves) }
    },
  )
  expect(seen).toEqual({ touched: ['2+', '1-'], entries: ['c_0000000001'], moved: true })
})

test('[DC10] a spot is found in the item that now holds it, also where undo has restored that', () => {
  const { doc, body } = draft()
  const words = itemsOf(body).find((item) => contentOf(item).what === 'text')
  if (!words) throw new Error('no words')
  const spot = spotBehind(words, 1)
  expect(findSpot(doc, body, spot)?.units).toBe(2)
  const undo = new Y.UndoManager(body, { captureTimeout: 0 })
  body.delete(1, 3)
  expect(findSpot(doc, body, spot)?.units).toBe(0)
  undo.undo()
  const found = findSpot(doc, body, spot)
  expect(found && contentOf(found.item)).toEqual({ what: 'text', text: 'abc' })
  expect(findSpot(doc, body, { client: 7, clock: 999 })).toBe(null)
  expect(findSpot(doc, body, { client: 8, clock: 0 })).toBe(null)
})

test('[DC2] undo may delete words and later values, never markers, entries or what an entry was born with', () => {
  const { doc, body, clauses } = draft()
  const entry = clauses.get('c_0000000001')
  if (!(entry instanceof Y.Map)) throw new Error('no entry')
  entry.set('kind', 'item')
  const removals: unknown = entry.get('removals')
  if (removals instanceof Y.Array) removals.push([{ how: 'delete' }])
  const verdicts: string[] = []
  for (const structs of doc.store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted) continue
      const name = item.parent === body ? contentOf(item).what : item.parentSub
      verdicts.push(`${name}:${undoMayDelete(item, { body, clauses }) ? 'yes' : 'no'}`)
    }
  }
  expect(verdicts.sort()).toEqual(['c_0000000001:no', 'embed:no', 'joined:yes', 'kind:yes', 'null:no', 'removals:no', 'text:yes'])
})

test('a body that is asked for after its content has arrived is told of its formatting', () => {
  const { doc, body } = draft()
  expect(hasFormatItem(body)).toBe(false)
  body.format(1, 2, { em: true })
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const late = other.getText('body')
  expect(hasFormatItem(late)).toBe(true)
  noteFormatting(late)
  late.delete(2, 2)
  late.insert(2, 'x', {})
  expect(late.toDelta()).toEqual([{ insert: { clause: ID } }, { insert: 'a', attributes: { em: true } }, { insert: 'x' }])
})

test('[DC6] what was seen of each client is its highest clock', () => {
  const { body } = draft()
  expect(seenClocks(itemsOf(body))).toEqual({ 7: 4 })
})
