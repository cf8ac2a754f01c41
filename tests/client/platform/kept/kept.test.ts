import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { Emptied, Forgotten, openKept, type Aside, type Kept, type Note } from '#client/platform/index.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const T1 = { memberId: 'm1', textId: 't1' }
const T2 = { memberId: 'm1', textId: 't2' }
const bytes = (...values: number[]) => Uint8Array.from(values)
const note = (writer: string, unsent: number, serial = 's'): Note => ({ writer, serial, unsent, title: 'Rolling text', at: '2026-11-24' })
const aside = (id: string): Aside => ({ id, at: '2026-11-24', because: 'text-frozen', title: 'Rolling text', unsent: 3, state: bytes(9), words: 'mine' })

/** One open page. */
async function page(kept: Kept, writer: string, key = T1) {
  const { epoch, generation } = await kept.read(key)
  return (update: number | null, unsent: number | null) =>
    kept.write(key, { writer, epoch, generation, base: null, update: update === null ? null : bytes(update), note: unsent === null ? null : note(writer, unsent) })
}
const rising = (one: number | undefined, other: number | undefined) => (one ?? 0) - (other ?? 0)
const updates = async (kept: Kept, key = T1) => (await kept.read(key)).updates.map(([first]) => first)

test('two pages of one text keep their updates beside each other, and trimming loses none', async () => {
  const kept = await openKept('ana')
  const [one, two] = [await page(kept, 'one'), await page(await openKept('ana'), 'two')]
  await Promise.all([one(1, 1), two(2, 1), one(3, 2)])
  expect((await updates(kept)).sort(rising)).toEqual([1, 2, 3])
  await Promise.all([kept.trim(T1, (all) => bytes(all.length * 10)), two(4, 2)])
  expect((await updates(kept)).sort(rising)).toEqual([4, 30])
  expect(await kept.list()).toMatchObject([{ ...T1, title: 'Rolling text', unsent: 4 }])
})

test('what one page has sent for another is settled only while that one has written nothing more', async () => {
  const kept = await openKept('ana')
  const [one, two] = [await page(kept, 'one'), await page(kept, 'two')]
  await one(1, 1)
  await two(2, 5)
  const read = await kept.read(T1)
  await kept.write(T1, { ...read, base: null, update: null, writer: 'two', note: note('two', 6, 'later') })
  await kept.settle(T1, read.notes)
  expect((await kept.read(T1)).notes).toMatchObject([{ writer: 'two', unsent: 6 }])
  await two(null, 0)
  expect((await kept.read(T1)).notes).toEqual([])
})

test('refused words stay when the copy is emptied, and a page that wrote before must write everything anew', async () => {
  const kept = await openKept('ana')
  const [one, other] = [await page(kept, 'one'), await page(kept, 'other')]
  await one(1, 2)
  await kept.setAside(T1, aside('a1'))
  expect(await kept.read(T1)).toMatchObject({ updates: [], notes: [], epoch: 1 })
  expect(await kept.asides(T1)).toEqual([aside('a1')])
  const emptied = other(2, 1).catch((failure: unknown) => failure)
  expect(await emptied).toBeInstanceOf(Emptied)
  expect(await updates(kept)).toEqual([])
  await kept.forgetText(T1)
  expect(await kept.asides(T1)).toEqual([aside('a1')])
  await kept.dropAside(T1, 'a1')
  expect(await kept.list()).toEqual([])
})

test('after sign-out no open page can write again; what was to stay stays', async () => {
  const kept = await openKept('ana')
  const [one, two] = [await page(kept, 'one'), await page(kept, 'two', T2)]
  await one(1, 0)
  await two(2, 1)
  await kept.forget(({ unsent }) => unsent > 0)
  expect([await updates(kept), await updates(kept, T2)]).toEqual([[], [2]])
  for (const write of [one, two]) expect(await write(3, 1).catch((failure: unknown) => failure)).toBeInstanceOf(Forgotten)
  expect([await updates(kept), await updates(kept, T2)]).toEqual([[], [2]])
  await (await page(kept, 'again'))(4, 0)
  expect(await updates(kept)).toEqual([4])
})

test('what a page set out from is kept until its words are sent', async () => {
  const kept = await openKept('ana')
  const { epoch, generation } = await kept.read(T1)
  const base = { clauses: [], joinedTo: new Map() }
  await kept.write(T1, { writer: 'one', epoch, generation, update: bytes(1), note: note('one', 1), base })
  await (await page(kept, 'two'))(2, 1)
  expect((await kept.read(T1)).base).toEqual(base)
  await (await page(kept, 'one'))(null, 0)
  expect((await kept.read(T1)).base).toBeNull()
})

test('another account, and another member of the same account, see nothing of it', async () => {
  const kept = await openKept('ana')
  await (await page(kept, 'one'))(1, 1)
  await kept.setAside(T2, aside('a1'))
  const other = await openKept('bo')
  expect([await other.list(), await updates(other), await other.asides(T2)]).toEqual([[], [], []])
  expect(await updates(kept, { memberId: 'm2', textId: 't1' })).toEqual([])
  await other.forget(() => false)
  expect(await updates(kept)).toEqual([1])
})

test('a write that fails half-way has written nothing', async () => {
  const kept = await openKept('ana')
  const { epoch, generation } = await kept.read(T1)
  const unclonable = { ...note('one', 1), title: (() => '') as unknown as string }
  await expect(kept.write(T1, { writer: 'one', epoch, generation, update: bytes(1), base: null, note: unclonable })).rejects.toThrow(/clone/)
  expect(await kept.list()).toEqual([])
})
