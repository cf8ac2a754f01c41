import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#shared/protocol/index.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { SEED_CLIENT, sampleText, typeInto, wordsOf } from './sample.ts'

/** Lets the lines and the log do their work until nothing is under way. */
async function settle({ clock }: House, ...drafters: readonly Drafter[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const drafter of drafters) drafter.speaks()
    clock.pass(10)
    await rest()
    for (const drafter of drafters) drafter.listens()
  }
}

async function seated(names: readonly string[]): Promise<{ house: House; drafters: Drafter[] }> {
  const house = await openHouse()
  const drafters = names.map((name, i) => new Drafter(() => house.rooms, { name, client: 100 + i, canEdit: !name.startsWith('reader') }))
  for (const drafter of drafters) await drafter.sits()
  await settle(house, ...drafters)
  return { house, drafters }
}

const logOf = async ({ storage }: House): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  return doc
}

test('whoever sits down gets the draft, and both ends agree', async () => {
  const { house, drafters } = await seated(['ana', 'bo'])
  expect(drafters.map(({ doc }) => wordsOf(doc))).toEqual(Array.from({ length: 2 }, () => sampleText().clauses.map(({ text }) => text).join('')))
  expect(await house.rooms.read('draft1')).toEqual(sampleText())
})

test('[RM1] [RM2] nobody hears of words, and nothing is called stored, while the log is still writing', async () => {
  const { house, drafters } = await seated(['ana', 'bo'])
  const [ana, bo] = drafters
  const late = new Drafter(() => house.rooms, { name: 'late', client: 300 })
  if (ana === undefined || bo === undefined) throw new Error('Two sat down')
  const before = wordsOf(bo.doc)
  const storedBefore = ana.stored
  house.disk.isHeld = true
  typeInto(ana.doc, 'SECRET')
  await late.sits()
  const reading = house.rooms.read('draft1')
  await settle(house, ana, bo, late)
  expect([wordsOf(bo.doc), wordsOf(late.doc), ana.stored]).toEqual([before, '', storedBefore])
  house.disk.letGo()
  await settle(house, ana, bo, late)
  expect(wordsOf(bo.doc)).toContain('SECRET')
  expect(wordsOf(late.doc)).toContain('SECRET')
  expect((await reading).clauses[0]?.text).toContain('SECRET')
  expect(ana.stored).toBe(ana.sent.length)
})

test('[RM3] a group the disk refuses is gone from memory, seats close with the reason, and work goes on when there is space', async () => {
  const { house, drafters } = await seated(['ana', 'bo'])
  const [ana, bo] = drafters
  if (ana === undefined || bo === undefined) throw new Error('Two sat down')
  const before = wordsOf(bo.doc)
  house.disk.isFull = true
  typeInto(ana.doc, 'LATER')
  const reading = settle(house, ana).then(() => house.rooms.read('draft1'))
  await settle(house, ana, bo)
  expect([ana.closed, bo.closed]).toEqual([CLOSE['storage-full'], CLOSE['storage-full']])
  expect(wordsOf(bo.doc)).toBe(before)
  expect((await reading).clauses).toEqual(sampleText().clauses)
  house.disk.isFull = false
  house.clock.pass(2_000)
  await rest()
  await Promise.all([ana.sits(), bo.sits()])
  await settle(house, ana, bo)
  expect(wordsOf(bo.doc)).toBe(wordsOf(ana.doc))
  expect(wordsOf(await logOf(house))).toContain('LATER')
  expect(ana.stored).toBe(ana.sent.length)
})

test('[RM15] while the disk is full whoever writes is told so and nobody else is disturbed, until it is found to have space', async () => {
  const { house, drafters } = await seated(['ana', 'bo', 'cy'])
  const [ana, bo, cy] = drafters
  if (ana === undefined || bo === undefined || cy === undefined) throw new Error('Three sat down')
  house.disk.isFull = true
  typeInto(ana.doc, 'LATER')
  await settle(house, ana)
  await Promise.all([ana.sits(), bo.sits(), cy.sits()])
  await settle(house, ana, bo, cy)
  expect([ana.closed, bo.closed, cy.closed]).toEqual([CLOSE['storage-full'], null, null])
  house.clock.pass(2_000)
  await rest()
  typeInto(cy.doc, 'too ')
  await settle(house, bo, cy)
  expect([bo.closed, cy.closed]).toEqual([null, CLOSE['storage-full']])
  house.disk.isFull = false
  house.clock.pass(2_000)
  await rest()
  await Promise.all([ana.sits(), cy.sits()])
  await settle(house, ana, bo, cy)
  expect(new Set([ana, bo, cy].map(({ doc }) => wordsOf(doc))).size).toBe(1)
  expect(wordsOf(bo.doc)).toContain('LATER')
})

test('[RM3] what came while the failing commit was under way is lost with it, not stored without its ground', async () => {
  const { house, drafters } = await seated(['ana'])
  const [ana] = drafters
  if (ana === undefined) throw new Error('One sat down')
  const rows = (await house.storage.drafts.load('draft1')).length
  house.disk.isHeld = true
  typeInto(ana.doc, 'one')
  await settle(house, ana)
  typeInto(ana.doc, 'two')
  await settle(house, ana)
  house.disk.isFull = true
  house.disk.letGo()
  await rest()
  house.disk.isFull = false
  house.clock.pass(1_000)
  await rest()
  expect(await house.storage.drafts.load('draft1')).toHaveLength(rows)
})

test('[RM9] content under the client id of another, of the seed, or of somebody present is refused, and the room unharmed', async () => {
  for (const [victimTypes, client] of [[true, 100], [false, 100], [false, SEED_CLIENT]] as const) {
    const { house, drafters } = await seated(['ana', 'bo', 'eve'])
    const [ana, bo, eve] = drafters
    if (ana === undefined || bo === undefined || eve === undefined) throw new Error('Three sat down')
    ana.says({ kind: 'awareness', entries: [{ client: 100, clock: 1, state: {} }] })
    if (victimTypes) typeInto(ana.doc, 'mine')
    await settle(house, ana, bo, eve)
    const before = wordsOf(bo.doc)
    eve.doc.clientID = client
    typeInto(eve.doc, 'FORGED')
    await settle(house, ana, bo, eve)
    expect(eve.closed).toEqual(CLOSE['foreign-authorship'])
    expect(wordsOf(bo.doc)).toBe(before) // RM11
    typeInto(ana.doc, 'still here')
    await settle(house, ana, bo)
    expect(wordsOf(bo.doc)).toBe(wordsOf(ana.doc))
  }
})

test('[RM9] a client id stays with its member over restarts, and the same member may use several', async () => {
  const { house, drafters } = await seated(['ana'])
  const [ana] = drafters
  if (ana === undefined) throw new Error('One sat down')
  typeInto(ana.doc, 'one')
  await settle(house, ana)
  ana.leaves()
  house.clock.pass(31_000)
  await rest()
  expect(await house.storage.drafts.clients('draft1')).toEqual(new Map([[100, 'ana']]))
  const eve = new Drafter(() => house.rooms, { name: 'eve', client: 200 })
  await eve.sits()
  await settle(house, eve)
  eve.doc.clientID = 100
  typeInto(eve.doc, 'FORGED')
  await settle(house, eve)
  expect(eve.closed).toEqual(CLOSE['foreign-authorship'])
  ana.doc.clientID = 101
  await ana.sits()
  typeInto(ana.doc, 'two')
  await settle(house, ana)
  expect(await house.storage.drafts.clients('draft1')).toEqual(new Map([[100, 'ana'], [101, 'ana']]))
})

test('[RM10] a reader hears everything, answers a state vector, and can neither add nor delete', async () => {
  for (const attempt of [(doc: Y.Doc) => typeInto(doc, 'X'), (doc: Y.Doc) => doc.getText('body').delete(3, 2)]) {
    const { house, drafters } = await seated(['ana', 'reader'])
    const [ana, reader] = drafters
    if (ana === undefined || reader === undefined) throw new Error('Two sat down')
    typeInto(ana.doc, 'hello ')
    ana.doc.getText('body').delete(4, 1)
    await settle(house, ana, reader)
    expect(wordsOf(reader.doc)).toBe(wordsOf(ana.doc))
    reader.leaves()
    await reader.sits() // its answer names the deletion it knows
    await settle(house, ana, reader)
    expect([reader.closed, reader.stored]).toEqual([null, 1])
    const before = wordsOf(ana.doc)
    attempt(reader.doc)
    await settle(house, ana, reader)
    expect(reader.closed).toEqual(CLOSE['not-allowed'])
    expect([wordsOf(ana.doc), wordsOf(await logOf(house))]).toEqual([before, before])
    expect(house.logged).toContain('not-allowed')
  }
})

test('[RM11] garbage, and the deletion of a marker, are refused and leave the room as it was', async () => {
  const { house, drafters } = await seated(['ana', 'eve', 'mallory', 'trent'])
  const [ana, eve, mallory, trent] = drafters
  if (ana === undefined || eve === undefined || mallory === undefined || trent === undefined) throw new Error('Four sat down')
  eve.says({ kind: 'update', update: Uint8Array.of(9, 9, 9, 9, 9) })
  trent.says({ kind: 'state-vector', vector: Uint8Array.of(255, 255, 255) })
  mallory.doc.getText('body').delete(0, 1)
  await settle(house, ana, mallory)
  expect([eve.closed, mallory.closed, trent.closed]).toEqual([CLOSE['frame-malformed'], CLOSE['marker-deleted'], CLOSE['frame-malformed']])
  typeInto(ana.doc, 'fine')
  await settle(house, ana)
  expect(ana.stored).toBe(ana.sent.length)
  expect((await house.rooms.read('draft1')).clauses).toHaveLength(3)
})

test('[RM2] an update that stands on one still under way counts as stored only because it is in the log', async () => {
  const { house, drafters } = await seated(['ana', 'bo'])
  const [ana, bo] = drafters
  if (ana === undefined || bo === undefined) throw new Error('Two sat down')
  ana.leaves()
  typeInto(ana.doc, 'first ')
  await ana.sits()
  typeInto(ana.doc, 'second ') // sent before the answer that carries "first"
  ana.speaks()
  house.clock.pass(10)
  await rest()
  const counted = ana.inbox.some(({ message }) => message.kind === 'stored' && message.count === 1)
  const log = await house.storage.drafts.load('draft1')
  expect([counted, log.length]).toEqual([true, 2])
  await settle(house, ana, bo)
  expect(wordsOf(bo.doc)).toContain('second first ')
  expect(wordsOf(await logOf(house))).toBe(wordsOf(bo.doc))
})

test('[RM2] repeating what is stored stores nothing again, and counts', async () => {
  const { house, drafters } = await seated(['ana'])
  const [ana] = drafters
  if (ana === undefined) throw new Error('One sat down')
  const rows = (await house.storage.drafts.load('draft1')).length
  ana.doc.getText('body').delete(5, 1)
  const deletion = ana.sent.at(-1) ?? new Uint8Array()
  ana.speaks()
  ana.says({ kind: 'update', update: deletion })
  await settle(house, ana)
  expect(await house.storage.drafts.load('draft1')).toHaveLength(rows + 1)
  expect(ana.stored).toBe(3)
  ana.repeatsStored()
  expect(ana.inbox.at(-1)?.message).toEqual({ kind: 'stored', count: 3 })
})
