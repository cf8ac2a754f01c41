import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret } from '#server/identity/index.ts'
import { Refused } from '#shared/kernel/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const mode = async () => ((await stat(join(folder, 'secret'))).mode & 0o777).toString(8)

test('the secret is made once, long, and for its owner alone', async () => {
  const secret = await keptSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(64)
  expect(await mode()).toBe('600')
  expect(await keptSecret(folder)).toBe(secret)
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secret)
})

test('a secret that others could read is closed to them', async () => {
  const secret = await keptSecret(folder)
  await chmod(join(folder, 'secret'), 0o644)
  expect(await keptSecret(folder)).toBe(secret)
  expect(await mode()).toBe('600')
})

test('an empty one, left by a crash, is made anew', async () => {
  await writeFile(join(folder, 'secret'), '')
  expect((await keptSecret(folder)).length).toBeGreaterThanOrEqual(64)
})

test('one that cannot be read is said plainly', async () => {
  await mkdir(join(folder, 'secret'))
  await expect(keptSecret(folder)).rejects.toThrow(Refused)
  await expect(keptSecret(folder)).rejects.toThrow(join(folder, 'secret'))
})
