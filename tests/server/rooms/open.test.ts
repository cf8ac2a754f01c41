import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#shared/protocol/index.ts'
import { PACE } from '#server/rooms/decide.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { sampleText, typeInto, wordsOf } from './sample.ts'

async function settle({ clock }: House, ...drafters: readonly Drafter[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const drafter of drafters) drafter.speaks()
    clock.pass(10)
    await rest()
    for (const drafter of drafters) drafter.listens()
  }
}

const drafter = (house: House, name: string, client: number): Drafter => new Drafter(() => house.rooms, { name, client })

test('[RM4] who comes while a room loads shares that load; drafts are loaded again after unloading', async () => {
  const house = await openHouse()
  let loads = 0
  const { load } = house.disk.drafts
  Object.assign(house.disk.drafts, {
    load: (textId: string) => {
      loads++
      return load(textId)
    },
  })
  const all = Array.from({ length: 5 }, (_, i) => drafter(house, `d${i}`, 100 + i))
  await Promise.all([...all.map((one) => one.sits()), house.rooms.read('draft1')])
  expect(loads).toBe(1)
  for (const one of all) one.leaves()
  house.clock.pass(PACE.lingerMs - 1)
  await house.rooms.read('draft1')
  expect(loads).toBe(1)
  house.clock.pass(1)
  await rest()
  expect(await house.rooms.read('draft1')).toEqual(sampleText())
  expect(loads).toBe(2)
})

test('[RM4] a draft that is not there is refused, and a load that failed is tried again by the next', async () => {
  const house = await openHouse()
  await expect(house.rooms.read('nowhere')).rejects.toMatchObject({ id: 'not-found' })
  const { load } = house.disk.drafts
  Object.assign(house.disk.drafts, { load: () => Promise.reject(new Error('a hiccup')) })
  const [first, second] = await Promise.allSettled([house.rooms.read('draft1'), drafter(house, 'ana', 100).sits()])
  expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
  Object.assign(house.disk.drafts, { load })
  expect(await house.rooms.read('draft1')).toEqual(sampleText())
})

test('[RM8] new wording is told after storing, at most every two seconds, with all who wrote', async () => {
  const house = await openHouse()
  const [ana, bo] = [drafter(house, 'ana', 100), drafter(house, 'bo', 101)]
  await Promise.all([ana.sits(), bo.sits()])
  await settle(house, ana, bo)
  expect(house.told).toEqual([])
  typeInto(ana.doc, 'one ')
  typeInto(bo.doc, 'two ')
  await settle(house, ana, bo)
  expect(house.told).toEqual([])
  house.clock.pass(PACE.tellEveryMs)
  await rest()
  expect(house.told).toMatchObject([{ textId: 'draft1', memberIds: ['ana', 'bo'] }])
  expect(house.told[0]?.text).toEqual(await house.rooms.read('draft1'))
  house.clock.pass(10 * PACE.tellEveryMs)
  await rest()
  expect(house.told).toHaveLength(1)
})

test('[RM8] [RM6] what was written last is told before the room unloads', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  house.disk.isHeld = true
  typeInto(ana.doc, 'parting ')
  ana.speaks()
  ana.leaves()
  house.clock.pass(PACE.lingerMs + 1)
  await rest()
  expect(house.told).toEqual([]) // not stored: neither told nor unloaded
  house.disk.letGo()
  await rest()
  house.clock.pass(PACE.tellEveryMs)
  await rest()
  expect(house.told.map(({ memberIds }) => memberIds)).toEqual([['ana']])
  expect(house.told[0]?.text.clauses[0]?.text).toContain('parting')
})

test('a listener that throws is logged, and told again of the next wording', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  const push = house.told.push.bind(house.told)
  house.told.push = () => {
    throw new Error('the listener is ill')
  }
  typeInto(ana.doc, 'one ')
  await settle(house, ana)
  house.clock.pass(PACE.tellEveryMs)
  await rest()
  expect(house.logged).toEqual(['New wording could not be told'])
  house.told.push = push
  typeInto(ana.doc, 'two ')
  await settle(house, ana)
  house.clock.pass(PACE.tellEveryMs)
  await rest()
  expect(house.told).toHaveLength(1)
})

test('[RM13] a long log is folded while people write, and nothing is lost or stored early', async () => {
  const house = await openHouse()
  const [ana, bo] = [drafter(house, 'ana', 100), drafter(house, 'bo', 101)]
  await Promise.all([ana.sits(), bo.sits()])
  await settle(house, ana, bo)
  for (let i = 0; i < PACE.foldRows + 5; i++) typeInto(ana.doc, String(i % 10))
  await settle(house, ana, bo)
  const folded = await house.storage.drafts.load('draft1')
  expect(folded.length).toBeLessThan(20)
  typeInto(bo.doc, 'after the fold ')
  await settle(house, ana, bo)
  const doc = new Y.Doc()
  for (const update of await house.storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  expect([wordsOf(doc), wordsOf(bo.doc)]).toEqual([wordsOf(ana.doc), wordsOf(ana.doc)])
})

test('[RM13] a draft whose snapshot alone is large is folded once, not for ever, and not when it is loaded', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  const { compact } = house.disk.drafts
  let folds = 0
  Object.assign(house.disk.drafts, {
    compact: (fold: Parameters<typeof compact>[0]) => {
      folds++
      return compact(fold)
    },
  })
  typeInto(ana.doc, 'x'.repeat(PACE.foldBytes))
  for (let i = 0; i < 5; i++) await settle(house, ana)
  expect(folds).toBe(1)
  for (let i = 0; i < 5; i++) {
    typeInto(ana.doc, 'more ')
    await settle(house, ana)
  }
  expect(folds).toBe(1)
  ana.leaves()
  house.clock.pass(PACE.lingerMs)
  await rest()
  const bo = drafter(house, 'bo', 101)
  await bo.sits()
  await settle(house, bo)
  typeInto(bo.doc, 'and more ')
  await settle(house, bo)
  expect([folds, bo.closed]).toEqual([1, null])
})

test('[RM13] a fold that fails changes nothing and is not tried again at once', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  const { compact } = house.disk.drafts
  let tries = 0
  Object.assign(house.disk.drafts, {
    compact: () => {
      tries++
      return Promise.reject(new Error('no'))
    },
  })
  for (let i = 0; i < PACE.foldRows; i++) typeInto(ana.doc, String(i % 10))
  await settle(house, ana)
  expect([tries, ana.closed]).toEqual([1, null])
  typeInto(ana.doc, 'more ')
  await settle(house, ana)
  expect(tries).toBe(1)
  Object.assign(house.disk.drafts, { compact })
  house.clock.pass(PACE.foldRetryMs)
  typeInto(ana.doc, 'and more ')
  await settle(house, ana)
  expect((await house.storage.drafts.load('draft1')).length).toBeLessThan(5)
})

test('closing stores and tells what is left, closes the seats, and takes nobody any more', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  typeInto(ana.doc, 'at the last moment ')
  ana.speaks()
  const closing = house.rooms.close()
  await expect(house.rooms.read('draft2')).rejects.toMatchObject({ id: 'shutting-down' })
  await closing
  expect(ana.closed).toEqual(CLOSE['shutting-down'])
  expect(house.told.map(({ memberIds }) => memberIds)).toEqual([['ana']])
  const doc = new Y.Doc()
  for (const update of await house.storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  expect(wordsOf(doc)).toContain('at the last moment')
})

test('closing with a full disk ends all the same', async () => {
  const house = await openHouse()
  const ana = drafter(house, 'ana', 100)
  await ana.sits()
  await settle(house, ana)
  house.disk.isFull = true
  typeInto(ana.doc, 'in vain ')
  ana.speaks()
  await house.rooms.close()
  expect(ana.closed).toEqual(CLOSE['storage-full']) // the truer of two reasons
  expect(house.logged).toContain('storage-full')
})
