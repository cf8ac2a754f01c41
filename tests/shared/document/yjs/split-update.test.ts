import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from '#shared/document/index.ts'

type Act = Readonly<{ peer: number; do: 'type' | 'delete' | 'embed' | 'format' | 'key' | 'meet'; at: number; words: string }>

const act: fc.Arbitrary<Act> = fc.record({
  peer: fc.nat(2),
  do: fc.constantFrom('type', 'type', 'delete', 'embed', 'format', 'key', 'meet'),
  at: fc.nat(200),
  words: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), fc.constant('𝄞'.repeat(30))),
})

/** Three peers who write in one text and a map, and hear of each other when they meet. */
function written(acts: readonly Act[]): readonly Y.Doc[] {
  const peers = [11, 12, 13].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    return doc
  })
  for (const { peer, do: what, at, words } of acts) {
    const doc = peers[peer] ?? new Y.Doc()
    const body = doc.getText('body')
    const place = Math.min(at, body.length)
    if (what === 'type') body.insert(place, words)
    if (what === 'delete') body.delete(place, Math.min(7, body.length - place))
    if (what === 'embed') body.insertEmbed(place, { clause: 'k'.repeat(1 + (at % 4)) })
    if (what === 'format') body.format(place, Math.min(5, body.length - place), { em: true })
    if (what === 'key') doc.getMap('clauses').set(`k${at % 5}`, new Y.Map([['kind', 'k'.repeat(1 + (at % 4))]]))
    if (what === 'meet') for (const other of peers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
  return peers
}

const stateOf = (doc: Y.Doc): unknown => [doc.getText('body').toDelta(), doc.getMap('clauses').toJSON(), Y.encodeStateVector(doc)]
const isWaiting = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

test('[DC30] the parts say what the whole says, none is larger than allowed, and none has to wait for a later one', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), fc.integer({ min: 150, max: 600 }), fc.nat(40), (acts, maxBytes, known) => {
      const [whole = new Y.Doc(), ...others] = written(acts)
      const before = new Y.Doc()
      Y.applyUpdate(before, Y.encodeStateAsUpdate(written(acts.slice(0, known))[0] ?? new Y.Doc()))
      for (const other of others) Y.applyUpdate(whole, Y.encodeStateAsUpdate(other))
      const update = Y.encodeStateAsUpdate(whole, Y.encodeStateVector(before))
      const parts = splitUpdate(update, maxBytes)
      if (parts === null) throw new Error('nothing here is too large to be cut')
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(maxBytes)
        Y.applyUpdate(before, part)
        expect(isWaiting(before)).toBe(false)
      }
      expect(stateOf(before)).toEqual(stateOf(whole))
      expect(Y.encodeStateAsUpdate(before)).toEqual(Y.encodeStateAsUpdate(whole))
    }),
    { numRuns: 300 },
  )
})

test('[DC30] words are never cut within a character of two units, in a paste as in what was typed for days', () => {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, `a${'𝄞'.repeat(3_000)}`)
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 500) ?? []
  const copy = new Y.Doc()
  for (const part of parts) {
    Y.applyUpdate(copy, part)
    expect(copy.getText('body').toJSON().isWellFormed()).toBe(true)
  }
  expect(parts.length).toBeGreaterThan(20)
  expect(copy.getText('body').toJSON()).toBe(doc.getText('body').toJSON())
})

test('[DC30] what fits stays itself; what cannot be cut is said to be too large', () => {
  const doc = new Y.Doc()
  doc.getText('body').insertEmbed(0, { picture: 'x'.repeat(2_000) })
  const update = Y.encodeStateAsUpdate(doc)
  expect(splitUpdate(update, update.length)).toEqual([update])
  expect(splitUpdate(update, 1_000)).toBeNull()
})

test('[DC30] a merge by three peers with a gap in it, as a draft holds that waits for words of others', () => {
  const [first = new Y.Doc()] = written([])
  const updates: Uint8Array[] = []
  first.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < 50; i++) first.getText('body').insert(first.getText('body').length, `word ${i} `)
  const gapped = Y.mergeUpdates(updates.filter((_, i) => i < 10 || i > 20))
  const copy = new Y.Doc()
  for (const part of splitUpdate(gapped, 200) ?? []) Y.applyUpdate(copy, part)
  expect(isWaiting(copy)).toBe(true)
  for (const update of updates.slice(10, 21)) Y.applyUpdate(copy, update)
  expect(copy.getText('body').toJSON()).toBe(first.getText('body').toJSON())
})
