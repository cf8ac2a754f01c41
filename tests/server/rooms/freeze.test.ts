import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#shared/protocol/index.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { typeInto, wordsOf } from './sample.ts'

const FREEZE = { reason: 'first reading', by: 'Ines', delegation: 'Chair', at: '2026-03-02T10:00:00.000Z' }

/** Lets the lines and the log do their work until nothing is under way. */
async function settle({ clock }: House, ...drafters: readonly Drafter[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const drafter of drafters) drafter.speaks()
    clock.pass(10)
    await rest()
    for (const drafter of drafters) drafter.listens()
  }
}

async function two(): Promise<{ house: House; ana: Drafter; bo: Drafter }> {
  const house = await openHouse()
  const ana = new Drafter(() => house.rooms, { name: 'ana', client: 100 })
  const bo = new Drafter(() => house.rooms, { name: 'bo', client: 101 })
  for (const drafter of [ana, bo]) await drafter.sits()
  await settle(house, ana, bo)
  return { house, ana, bo }
}

/** Freezes or lets go as the HTTP side does. */
async function setFrozen({ storage, rooms }: House, frozen: boolean): Promise<void> {
  await storage.texts.setFrozen('draft1', frozen ? FREEZE : null)
  await rooms.setFrozen('draft1', frozen)
}

const stored = async ({ storage }: House): Promise<string> => {
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  return wordsOf(doc)
}

test('[RM18] what was admitted before the freeze is stored and told, what comes after it is refused and changes nothing', async () => {
  const { house, ana, bo } = await two()
  house.disk.isHeld = true
  typeInto(ana.doc, 'BEFORE ')
  ana.speaks()
  house.clock.pass(10)
  await rest() // the group commit is under way
  typeInto(bo.doc, 'SAME GROUP ')
  bo.speaks()
  await setFrozen(house, true)
  const known = ana.stored
  typeInto(ana.doc, 'AFTER ')
  ana.speaks()
  expect(ana.closed).toEqual(CLOSE['text-frozen'])
  house.disk.letGo()
  await settle(house, ana, bo)
  expect(ana.stored).toBe(known) // whoever was closed hears no more, least of all that the refused words are stored
  expect(bo.stored).toBe(bo.sent.length)
  expect(await stored(house)).toContain('BEFORE ')
  expect(await stored(house)).toContain('SAME GROUP ')
  expect(await stored(house)).not.toContain('AFTER ')
  expect(wordsOf(bo.doc)).toContain('BEFORE ')
  expect(wordsOf(bo.doc)).not.toContain('AFTER ')
  expect([bo.closed, house.logged]).toEqual([null, ['text-frozen']])
})

test('[RM18] a frozen draft is read, joined and repeated, also by a room that is loaded while it is frozen', async () => {
  const { house, ana, bo } = await two()
  await setFrozen(house, true)
  bo.leaves()
  await bo.sits()
  await settle(house, ana, bo)
  expect([ana.closed, bo.closed]).toEqual([null, null])
  expect(bo.stored).toBe(bo.sent.length)
  house.restart()
  for (const drafter of [ana, bo]) drafter.leaves()
  await ana.sits()
  await settle(house, ana)
  expect(ana.closed).toBeNull()
  typeInto(ana.doc, 'LATE ')
  await settle(house, ana)
  expect(ana.closed).toEqual(CLOSE['text-frozen'])
})

test('[RM18] freezing while the room is loading holds as well', async () => {
  const { house, ana } = await two()
  house.restart()
  ana.leaves()
  const sitting = ana.sits()
  await setFrozen(house, true)
  await sitting
  typeInto(ana.doc, 'LATE ')
  await settle(house, ana)
  expect(ana.closed).toEqual(CLOSE['text-frozen'])
})

test('[RM18] when it is let go, writing goes on over the line that is open', async () => {
  const { house, ana, bo } = await two()
  await setFrozen(house, true)
  await setFrozen(house, false)
  typeInto(ana.doc, 'AGAIN ')
  await settle(house, ana, bo)
  expect(wordsOf(bo.doc)).toContain('AGAIN ')
  expect(ana.stored).toBe(ana.sent.length)
})

test('[RM18] what the server itself would change for a member, a restored wording say, is refused as well', async () => {
  const { house, ana } = await two()
  const before = await stored(house)
  await setFrozen(house, true)
  const changing = house.rooms.change('draft1', ana.member, (doc) => typeInto(doc, 'RESTORED '))
  await expect(changing).rejects.toMatchObject({ id: 'text-frozen' })
  expect(await stored(house)).toBe(before)
})
