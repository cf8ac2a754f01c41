import { expect, test } from 'vitest'
import { Refused } from '#shared/kernel/index.ts'
import { readDraft } from '#shared/document/index.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { typeInto, wordsOf } from './sample.ts'

const CHAIR = { memberId: 'chair', name: 'Chair', delegation: 'Secretariat' }

async function settle({ clock }: House, ...drafters: readonly Drafter[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const drafter of drafters) drafter.speaks()
    clock.pass(10)
    await rest()
    for (const drafter of drafters) drafter.listens()
  }
}

async function refusalOf(change: Promise<void>): Promise<string> {
  try {
    await change
  } catch (error) {
    return error instanceof Refused ? error.id : String(error)
  }
  return 'nothing refused'
}

async function seated(): Promise<{ house: House; ana: Drafter; bo: Drafter }> {
  const house = await openHouse()
  const [ana, bo] = [new Drafter(() => house.rooms, { name: 'ana', client: 100 }), new Drafter(() => house.rooms, { name: 'bo', client: 101 })]
  await Promise.all([ana.sits(), bo.sits()])
  await settle(house, ana, bo)
  return { house, ana, bo }
}

test('[RM17] a change for a member reaches everybody and the log, in that member’s name, with what others type at that moment', async () => {
  const { house, ana, bo } = await seated()
  typeInto(ana.doc, 'typed ') // on its way
  const changing = house.rooms.change('draft1', CHAIR, (doc) => typeInto(doc, 'changed '))
  await settle(house, ana, bo)
  await changing
  await settle(house, ana, bo)
  for (const word of ['typed ', 'changed ']) expect(wordsOf(ana.doc)).toContain(word)
  expect(wordsOf(bo.doc)).toBe(wordsOf(ana.doc))
  const log = await house.storage.drafts.log('draft1')
  expect(log.map(({ memberId, name, delegation }) => `${memberId} ${name} ${delegation}`).toSorted()).toEqual([
    'ana ana Portugal',
    'chair Chair Secretariat',
    'null null null',
  ])
  expect([...(await house.storage.drafts.clients('draft1')).values()].toSorted()).toEqual(['ana', 'chair'])
})

test('[RM17] [RM1] it resolves once stored and not before, and shows to nobody until then', async () => {
  const { house, ana } = await seated()
  house.disk.isHeld = true
  let done = false
  const changing = house.rooms.change('draft1', CHAIR, (doc) => typeInto(doc, 'changed ')).then(() => (done = true))
  await settle(house, ana)
  expect([done, wordsOf(ana.doc).includes('changed')]).toEqual([false, false])
  house.disk.letGo()
  await settle(house, ana)
  await changing
  expect(wordsOf(ana.doc)).toContain('changed')
})

test('[RM17] [RM3] a disk that is full refuses it; an edit that throws, or changes nothing, leaves the draft alone', async () => {
  const { house, ana } = await seated()
  const before = readDraft(ana.doc)
  await house.rooms.change('draft1', CHAIR, () => undefined)
  const thrown = house.rooms.change('draft1', CHAIR, () => {
    throw new Error('no such wording')
  })
  await expect(thrown).rejects.toThrow('no such wording')
  house.disk.isFull = true
  const [refused] = await Promise.all([refusalOf(house.rooms.change('draft1', CHAIR, (doc) => typeInto(doc, 'changed '))), settle(house)])
  expect(refused).toBe('storage-full')
  await expect(house.rooms.change('draft1', CHAIR, (doc) => typeInto(doc, 'again '))).rejects.toMatchObject({ id: 'storage-full' })
  expect(await house.rooms.read('draft1')).toEqual(before)
  expect(await house.storage.drafts.log('draft1')).toHaveLength(1)
})
