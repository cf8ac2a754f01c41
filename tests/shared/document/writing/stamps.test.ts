import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { twoAt, type Peer } from '../desk.ts'

function stampsOf({ doc }: Peer, id: string): unknown[] {
  const entry = doc.getMap('clauses').get(id)
  const removals: unknown = entry instanceof Y.Map ? entry.get('removals') : null
  return removals instanceof Y.Array ? (removals.toArray() as unknown[]) : []
}

test('[DC6] a removal notes what was seen of everybody, and undo does not take the note back', () => {
  const [a, b, desk] = twoAt('one', 'two')
  b.type(0, 1, '++')
  desk.exchange()
  a.remove(0)
  const [stamp] = stampsOf(a, 'c_0000000000')
  expect(stamp).toMatchObject({ how: 'delete', with: 'c_0000000000', seen: { 2: 2 } })
  a.sync.undo()
  desk.exchange()
  expect(stampsOf(b, 'c_0000000000')).toEqual([stamp])
})

test('[DC6] a clause that one’s own redo hides is noted for one’s own words alone', () => {
  const [a, b, desk] = twoAt('one', 'two')
  a.remove(0)
  a.sync.undo()
  desk.exchange()
  b.type(0, 1, '++')
  desk.exchange()
  a.sync.redo()
  expect(desk.exchange()).toEqual(['two'])
  const last: unknown = stampsOf(a, 'c_0000000000').at(-1)
  expect(last).toMatchObject({ with: 'c_0000000000' })
  expect(JSON.stringify(last)).not.toContain('"2":')
})
