import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { tempFolder } from '../../../faults/folder.ts'

type Tables = { account: { id: string; image: Uint8Array | null } }

async function open(): Promise<{ identity: Kysely<Tables>; storage: Awaited<ReturnType<typeof openSqlite>>['storage'] }> {
  const { storage, dialect } = await openSqlite(tempFolder())
  onTestFinished(() => storage.close())
  const identity = new Kysely<Tables>({ dialect })
  await sql`CREATE TABLE account (id TEXT PRIMARY KEY, image BLOB)`.execute(identity)
  return { identity, storage }
}

const negotiation = { id: 'n1', title: 'Cybercrime convention', createdAt: '2026-03-02T10:00:00.000Z' }

test('rows, counts and what a statement returns come through', async () => {
  const { identity } = await open()
  const [inserted] = await identity.insertInto('account').values({ id: 'a', image: null }).returningAll().execute()
  expect(inserted).toMatchObject({ id: 'a', image: null })
  const changed = await identity.updateTable('account').set({ id: 'b' }).where('id', '=', 'a').executeTakeFirst()
  expect(changed.numUpdatedRows).toBe(1n)
  expect((await identity.introspection.getTables()).map(({ name }) => name)).toContain('account')
})

test('[ST12] a write waits for an open identity transaction, and its rollback takes nothing of ours along', async () => {
  const { identity, storage } = await open()
  const order: string[] = []
  let writing: Promise<void> = Promise.resolve()
  const undone = identity.transaction().execute(async (transaction) => {
    await transaction.insertInto('account').values({ id: 'a', image: null }).execute()
    writing = storage.negotiations.create(negotiation).then(() => void order.push('written'))
    await transaction.insertInto('account').values({ id: 'b', image: null }).execute()
    order.push('rolled back')
    throw new Error('changed its mind')
  })
  await expect(undone).rejects.toThrow('changed its mind')
  await writing
  expect(order).toEqual(['rolled back', 'written'])
  expect(await storage.negotiations.get('n1')).toEqual(negotiation)
  expect(await identity.selectFrom('account').selectAll().execute()).toEqual([])
})

test('[ST12] an identity transaction waits for the writes before it', async () => {
  const { identity, storage } = await open()
  const writing = storage.negotiations.create(negotiation)
  const seen = await identity.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM negotiations`.execute(transaction)
    return rows[0]?.count
  })
  expect(seen).toBe(1)
  await writing
})

test('[ST2] faults of the medium come out as refusals here too', async () => {
  const { identity } = await open()
  const refusal = sql`SELECT * FROM nowhere`.execute(identity)
  await expect(refusal).rejects.toBeInstanceOf(Refused)
  await expect(refusal).rejects.toMatchObject({ id: 'storage-failed' })
})
