import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askOperator, doorPath, openDoor } from '#server/operator/index.ts'
import { Refused } from '#shared/kernel/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-door-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const asked = { ask: 'reset-access', email: 'a@example.org' } as const

test('what is asked through the door is answered, and refused where the server refuses', async () => {
  const door = await openDoor(folder, async ({ email }) => {
    if (email === 'a@example.org') return { link: 'http://x/reset#t', expiresAt: '2026-11-24' }
    throw new Refused('not-found', 'There is nobody.')
  })
  expect(((await stat(doorPath(folder))).mode & 0o777).toString(8)).toBe('600')
  expect(await askOperator(folder, asked)).toEqual({ link: 'http://x/reset#t', expiresAt: '2026-11-24' })
  await expect(askOperator(folder, { ...asked, email: 'b@example.org' })).rejects.toThrow('There is nobody.')
  await door?.close()
  expect(await askOperator(folder, asked)).toBeNull()
})

test('where no server runs nobody answers, not even through a door that a killed one left', async () => {
  expect(await askOperator(folder, asked)).toBeNull()
  await writeFile(doorPath(folder), '')
  const door = await openDoor(folder, async () => ({ link: 'l', expiresAt: 'e' }))
  expect(await askOperator(folder, asked)).toEqual({ link: 'l', expiresAt: 'e' })
  await door?.close()
})

test('nonsense is refused, and a flood hung up on', async () => {
  const door = await openDoor(folder, async () => ({ link: 'l', expiresAt: 'e' }))
  const say = (words: string) =>
    new Promise<string>((resolve) => {
      let heard = ''
      const guest = connect(doorPath(folder), () => guest.write(words))
      guest.on('data', (chunk: Buffer) => (heard += chunk.toString('utf8')))
      guest.on('error', () => undefined)
      guest.on('close', () => resolve(heard))
    })
  expect(await say('{"ask":"everything"}\n')).toContain('"refusal"')
  expect(await say('not json\n')).toContain('"refusal"')
  expect(await say('x'.repeat(10_000))).toBe('')
  await door?.close()
})

test('a folder whose path is too long for a socket has no door', async () => {
  expect(await openDoor(join(folder, 'x'.repeat(100)), async () => ({ link: 'l', expiresAt: 'e' }))).toBeNull()
  expect(await askOperator(join(folder, 'x'.repeat(100)), asked)).toBeNull()
})
