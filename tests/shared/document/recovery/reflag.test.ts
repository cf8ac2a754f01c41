import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { flagChanges, retakeFlags, type FlagChange } from '#shared/document/recovery/reflag.ts'

const NOTHING = Y.createDeleteSet()

function entryIn(doc: Y.Doc): Y.Map<unknown> {
  const entry = new Y.Map<unknown>()
  doc.getMap('clauses').set('c_0000000000', entry)
  return entry
}

test('[DC2] the changes of an act are those of entries that stood before it, with what was and what is', () => {
  const doc = new Y.Doc()
  const clauses = doc.getMap('clauses')
  const entry = entryIn(doc)
  entry.set('joined', null)
  const noted: FlagChange[] = []
  clauses.observeDeep((events) => noted.push(...flagChanges(events, clauses)))
  doc.transact(() => {
    entry.set('joined', '<')
    entry.set('removed', true)
    const made = new Y.Map<unknown>()
    made.set('kind', 'text')
    clauses.set('c_0000000001', made)
  })
  expect(noted).toEqual([
    { entry, key: 'joined', before: null, after: '<' },
    { entry, key: 'removed', before: undefined, after: true },
  ])
})

test('[DC2] is taken back what still says the same, be it under another stamp, and nothing that says something else', () => {
  const doc = new Y.Doc()
  const entry = entryIn(doc)
  const take = (key: string, before: unknown, after: unknown) => retakeFlags([{ entry, key, before, after }], NOTHING)
  entry.set('joined', ['c_0000000009', 7, 2])
  take('joined', null, ['c_0000000009', 6, 1])
  expect(entry.get('joined')).toBe(null)
  take('joined', '<', ['c_0000000009', 6, 1])
  expect(entry.get('joined')).toBe(null)
  entry.set('removed', true)
  take('removed', undefined, true)
  expect(entry.get('removed')).toBe(false)
  take('removed', undefined, true)
  expect(entry.get('removed')).toBe(false)
  entry.set('number', '4 bis')
  take('number', null, '4 bis')
  expect(entry.get('number')).toBe(null)
})

test('[DC2] a key that Yjs left absent is what it was before', () => {
  const entry = entryIn(new Y.Doc())
  retakeFlags([{ entry, key: 'kind', before: 'paragraph', after: 'article' }], NOTHING)
  expect(entry.get('kind')).toBe('paragraph')
  retakeFlags([{ entry, key: 'number', before: undefined, after: '4 bis' }], NOTHING)
  expect(entry.has('number')).toBe(false)
})

test('[DC3] an absent `joined` says the same as the neighbour in storage', () => {
  const doc = new Y.Doc()
  const entry = entryIn(doc)
  retakeFlags([{ entry, key: 'joined', before: null, after: '<' }], NOTHING)
  expect(entry.has('joined')).toBe(true)
  retakeFlags([{ entry, key: 'joined', before: undefined, after: null }], NOTHING)
  expect(entry.get('joined')).toBe('<')
})
