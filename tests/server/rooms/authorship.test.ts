import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Ledger, draftSync, headlessEditor } from '#shared/document/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { Authorship } from '#server/rooms/authorship.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { typeInto } from './sample.ts'

async function settle({ clock }: House, ...drafters: readonly Drafter[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const drafter of drafters) drafter.speaks()
    clock.pass(10)
    await rest()
    for (const drafter of drafters) drafter.listens()
  }
}

/** Who wrote each stored unit of `client`, in whose name, by the log. */
async function signedBy({ storage }: House, client: number): Promise<readonly string[]> {
  const ledger = new Ledger()
  const rows = await storage.drafts.log('draft1')
  rows.forEach(({ update }, index) => ledger.enter(update, index))
  return [...new Set((ledger.writers().get(client)?.all() ?? []).map(({ row }) => `${rows[row]?.name} of ${rows[row]?.delegation}`))]
}

test('[RM9] ids that are bound stay bound, ids of the seed are nobody’s, and free ones go to who comes first', () => {
  const authorship = new Authorship(new Map([[7, 'ana']]), [1, 7])
  expect([authorship.mayUse(7, 'ana'), authorship.mayUse(7, 'bo'), authorship.mayUse(1, 'ana'), authorship.mayUse(8, 'bo')]).toEqual([true, false, false, true])
  expect(authorship.bind([7, 8, 9], 'bo')).toEqual([8, 9])
  expect(authorship.mayUse(8, 'ana')).toBe(false)
})

test('[RM9] one’s own undo and redo, and words among the words of others, are one’s own', async () => {
  const house = await openHouse()
  const [ana, bo] = ['ana', 'bo'].map((name, i) => new Drafter(() => house.rooms, { name, client: 100 + i }))
  if (!ana || !bo) throw new Error('two drafters')
  await ana.sits()
  await bo.sits()
  await settle(house, ana, bo)
  typeInto(ana.doc, 'ana', 5)
  await settle(house, ana, bo)
  let drawn = 0
  const sync = draftSync({ doc: bo.doc, newId: clauseIdsFrom((below) => drawn++ % below), pauseMs: 0 })
  const editor = headlessEditor(sync)
  editor.dispatch(editor.state.tr.insertText('bo', 6)) // between the words of the other
  editor.dispatch(editor.state.tr.delete(2, 9)) // of both
  sync.undo()
  sync.undo()
  sync.redo()
  await settle(house, ana, bo)
  expect([ana.closed, bo.closed]).toEqual([null, null])
  expect(ana.doc.getText('body').toJSON()).toBe(bo.doc.getText('body').toJSON())
  expect(await signedBy(house, 100)).toEqual(['ana of Portugal'])
  expect((await house.storage.drafts.clients('draft1')).get(101)).toBe('bo')
  sync.destroy()
})

test('[RM9] a member who comes back for another delegation writes in its name from then on, under the same client id', async () => {
  const house = await openHouse()
  const ana = new Drafter(() => house.rooms, { name: 'ana', client: 100 })
  await ana.sits()
  await settle(house, ana)
  typeInto(ana.doc, 'before ')
  await settle(house, ana)
  ana.leaves()
  const moved = new Drafter(() => house.rooms, { name: 'ana', client: 100, delegation: 'Brazil' })
  Y.applyUpdate(moved.doc, Y.encodeStateAsUpdate(ana.doc), 'wire')
  moved.doc.clientID = 100 // Yjs takes another where its own has come from elsewhere
  await moved.sits()
  await settle(house, moved)
  typeInto(moved.doc, 'after ')
  await settle(house, moved)
  expect(moved.closed).toBeNull()
  expect(await signedBy(house, 100)).toEqual(['ana of Portugal', 'ana of Brazil'])
})

test('[RM9] two windows of one member write under two ids, both in that member’s name', async () => {
  const house = await openHouse()
  const windows = [100, 101].map((client) => new Drafter(() => house.rooms, { name: 'ana', client }))
  for (const one of windows) await one.sits()
  await settle(house, ...windows)
  for (const one of windows) typeInto(one.doc, 'x')
  await settle(house, ...windows)
  expect(windows.map(({ closed }) => closed)).toEqual([null, null])
  expect(await signedBy(house, 100)).toEqual(await signedBy(house, 101))
})
