import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readRemovals, removedWith } from '#shared/document/model/removals.ts'
import { rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import { idNamed } from '../../../support/treaty.ts'

function entryWith(...stamps: unknown[]) {
  const { clauses } = rootsOf(new Y.Doc())
  const id = idNamed('a')
  writeEntry(clauses, id, { kind: 'text', depth: 0, number: null, from: null, heads: true })
  const entry = clauses.get(id)
  const removals: unknown = entry instanceof Y.Map ? entry.get('removals') : null
  if (removals instanceof Y.Array) for (const stamp of stamps) removals.push([stamp])
  return { clauses, id }
}

test('[DC6] stamps come oldest first, with the unit that holds each; what is none is passed over', () => {
  const { clauses, id } = entryWith({ how: 'delete', with: idNamed('b'), seen: { '4': 7, x: 3 } }, null, 'odd', { how: 'put-back', with: idNamed('a') })
  const [first, second, ...more] = readRemovals(clauses, id)
  expect(first).toMatchObject({ how: 'delete', with: idNamed('b'), seen: new Map([[4, 7]]) })
  expect(second).toMatchObject({ how: 'put-back', seen: new Map() })
  expect(more).toEqual([])
  expect(second?.id.clock).toBe((first?.id.clock ?? 0) + 3)
  expect(removedWith(clauses, id)).toBe(idNamed('a'))
})

test('[DC1] a clause without stamps, or without an entry, was removed with nothing', () => {
  const { clauses, id } = entryWith()
  expect(removedWith(clauses, id)).toBeNull()
  expect(readRemovals(clauses, idNamed('unknown'))).toEqual([])
})
