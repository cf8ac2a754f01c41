import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { deleteStretch } from '#shared/document/yjs/yjs-gaps.ts'
import { eachEntry, knows, partsStanding, restoredBehind, waitingUpdates } from '#shared/document/yjs/yjs-internals.ts'

function bodyOf(text: string): { doc: Y.Doc; body: Y.Text } {
  const doc = new Y.Doc()
  doc.clientID = 1
  const body = doc.getText('body')
  body.insert(0, text)
  return { doc, body }
}

describe('what undo puts back', () => {
  test('is found behind what it restores, in parts as they were deleted', () => {
    const { doc, body } = bodyOf('abcdef')
    const undo = new Y.UndoManager(body, { captureTimeout: 0, trackedOrigins: new Set(['own']) })
    doc.transact(() => {
      body.delete(4, 1)
      body.delete(1, 2)
    }, 'own')
    const since = Y.getState(doc.store, 1)
    undo.undo()
    expect(body.toJSON()).toBe('abcdef')
    const found = restoredBehind(doc, body, { ranges: [{ client: 1, clock: 0, length: 6 }], since })
    expect(found.map(({ stretch }) => stretch).sort((a, b) => a.clock - b.clock)).toEqual([
      { client: 1, clock: 1, length: 2 },
      { client: 1, clock: 4, length: 1 },
    ])
    for (const { clock } of found) expect(clock).toBeGreaterThanOrEqual(since)
    expect(restoredBehind(doc, body, { ranges: [{ client: 1, clock: 0, length: 6 }], since: since + 99 })).toEqual([])
    expect(restoredBehind(doc, body, { ranges: [{ client: 9, clock: 0, length: 6 }], since })).toEqual([])
  })

  test('stands in parts, and goes as far as asked', () => {
    const { doc, body } = bodyOf('abcdef')
    body.delete(2, 1)
    const whole = { client: 1, clock: 0, length: 6 }
    expect(partsStanding(doc, whole)).toEqual([
      { client: 1, clock: 0, length: 2 },
      { client: 1, clock: 3, length: 3 },
    ])
    deleteStretch(doc, { client: 1, clock: 1, length: 3 })
    expect(body.toJSON()).toBe('aef')
    expect(partsStanding(doc, { client: 2, clock: 0, length: 3 })).toEqual([])
    expect(partsStanding(doc, { client: 1, clock: 99, length: 3 })).toEqual([])
  })

  test('Yjs still turns whatever stack it is given, looks at its mode as a transaction ends, and skips an act with nothing left', () => {
    const { doc, body } = bodyOf('abc')
    const undo = new Y.UndoManager(body, { captureTimeout: 0, trackedOrigins: new Set(['own']) })
    doc.transact(() => body.insert(0, 'X'), 'own')
    doc.transact(() => body.insert(0, 'Y'), 'own')
    const [first, second] = undo.undoStack
    body.delete(0, 1)
    undo.undoStack = second ? [second] : []
    doc.transact(() => {
      expect(undo.undo()).toBeNull()
      undo.undoing = true
    }, undo)
    expect(body.toJSON()).toBe('Xabc')
    undo.undoing = false
    undo.undoStack = first ? [first] : []
    expect(undo.undo()).not.toBeNull()
    expect(body.toJSON()).toBe('abc')
  })
})

test('entries of a list come with who wrote each, also where Yjs keeps several as one', () => {
  const { doc } = bodyOf('')
  const list = doc.getArray('list')
  list.push(['a', 'b'])
  list.push(['c'])
  const other = new Y.Doc()
  other.clientID = 2
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getArray('list').insert(1, ['d'])
  const entries: unknown[] = []
  eachEntry(other.getArray('list'), (entry, { client, clock }) => entries.push([entry, client, clock]))
  expect(entries).toEqual([
    ['a', 1, 0],
    ['d', 2, 0],
    ['b', 1, 1],
    ['c', 1, 2],
  ])
})

test('a key is known to follow one’s own setting when whoever set it had seen that, directly or through others', () => {
  const { doc } = bodyOf('')
  const entry = doc.getMap<unknown>('entry')
  entry.set('kind', 1)
  const own = Y.createDeleteSet()
  own.clients.set(1, [{ clock: 0, len: 1 }])
  const nothing = Y.createDeleteSet()
  expect([knows(entry, 'kind', own), knows(entry, 'kind', nothing), knows(entry, 'absent', own)]).toEqual([true, false, false])
  entry.set('kind', 2)
  entry.set('kind', 3)
  expect([knows(entry, 'kind', own), knows(entry, 'kind', nothing)]).toEqual([true, false])
  const other = new Y.Doc()
  other.clientID = 2
  other.getMap('entry').set('kind', 9)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(entry.get('kind')).toBe(9)
  expect(knows(entry, 'kind', own)).toBe(false)
})

test('what waits for its beginnings is told, writings and deletions apart', () => {
  const { doc, body } = bodyOf('abc')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  body.insert(3, 'd')
  body.insert(4, 'e')
  body.delete(3, 1)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(bodyOf('abc').doc))
  expect(waitingUpdates(other)).toEqual([])
  for (const update of updates.slice(1)) Y.applyUpdate(other, update)
  const waiting = waitingUpdates(other).map((update) => Y.decodeUpdateV2(update))
  expect(waiting.flatMap(({ structs }) => structs.filter((struct) => struct instanceof Y.Item).map(({ id }) => id.clock))).toEqual([4])
  expect(waiting.flatMap(({ ds }) => [...ds.clients.keys()])).toEqual([1])
})
