import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLinks, type LinkTerms, type Links } from '#server/identity/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { Refused, type RefusalId } from '#shared/kernel/index.ts'

let folder: string
let storage: Storage
let links: Links
let clock = Date.parse('2026-11-23T10:00:00Z')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-links-'))
  storage = (await openSqlite(folder)).storage
  links = openLinks({ invitations: storage.invitations, now: () => clock })
})
afterEach(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

const terms: LinkTerms = { kind: 'invitation', negotiationId: null, role: 'drafter', delegation: 'X', memberId: null, invitedBy: 'm', uses: 2, validMs: 1000 }
const refusalOf = async (asked: Promise<unknown>): Promise<RefusalId | null> => {
  try {
    await asked
  } catch (error) {
    if (error instanceof Refused) return error.id
    throw error
  }
  return null
}

test('a link is found by its token while it is fit for use, and only as what it is', async () => {
  const { row, token } = await links.issue(terms)
  expect(await links.find(token, 'invitation')).toEqual(row)
  expect(await refusalOf(links.find(token, 'reset'))).toBe('token-invalid')
  expect(await refusalOf(links.find(`${token}x`, 'invitation'))).toBe('token-invalid')
  expect(JSON.stringify(await storage.invitations.get(row.id))).not.toContain(token)
})

test('it serves as often as it says; a use that came to nothing is given back', async () => {
  const { row, token } = await links.issue(terms)
  await links.spend(row)
  await links.spend(row)
  expect(await refusalOf(links.spend(row))).toBe('invitation-spent')
  expect(await refusalOf(links.find(token, 'invitation'))).toBe('invitation-spent')
  await links.restore(row)
  await links.spend(row)
})

test('it expires to the millisecond, and a withdrawal counts before everything', async () => {
  const { row, token } = await links.issue(terms)
  clock += 999
  expect(await refusalOf(links.find(token, 'invitation'))).toBeNull()
  clock += 1
  expect(await refusalOf(links.find(token, 'invitation'))).toBe('invitation-expired')
  expect(await refusalOf(links.spend(row))).toBe('invitation-expired')
  await storage.invitations.revoke(row.id, new Date(clock).toISOString())
  expect(await refusalOf(links.find(token, 'invitation'))).toBe('invitation-revoked')
})

test('of the first start’s links only the latest of this process opens anything', async () => {
  const [one, two] = [await links.issueSetup(), await links.issueSetup()]
  expect(await refusalOf(links.find(one, 'setup'))).toBe('token-invalid')
  expect(await refusalOf(links.find(two, 'setup'))).toBeNull()
  const nextStart = openLinks({ invitations: storage.invitations, now: () => clock })
  expect(await refusalOf(nextStart.find(two, 'setup'))).toBe('token-invalid')
})
