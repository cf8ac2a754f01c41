import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { verifyFolder } from '#server/cli/verify-folder.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { CLOSE } from '#shared/protocol/index.ts'
import { signUpChair, startForTest } from '#tests/support/program.ts'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { startChild } from './child.ts'
import { tempFolder } from './folder.ts'
import { NO_BIND, NO_IMAGE, diskImage, mountReadOnly } from './read-only-disk.ts'
import { tampered } from './tampering.ts'

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 30_000, interval: 5 })

test('a data folder on a read-only mount stops the start with a sentence, new or used, and can still be verified', async ({ skip }) => {
  const [empty, used] = [tempFolder(), tempFolder()]
  const program = await startForTest({ dataDir: used })
  await signUpChair(program)
  await program.travaux.close()
  const before = readdirSync(used)
  if (!mountReadOnly(empty) || !mountReadOnly(used)) {
    console.warn(NO_BIND)
    skip(NO_BIND)
    return
  }
  const main = new URL('../../server/main.ts', import.meta.url).pathname
  const env = { PATH: process.env['PATH'], TRAVAUX_PORT: '0', TRAVAUX_DATA: empty }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main], { env, encoding: 'utf8' })
  const sentence = `Travaux cannot write to its data folder ${empty}: the file system is read-only. Give this user the right to write there, or name another folder in TRAVAUX_DATA.`
  expect([status, stdout, stderr]).toEqual([1, '', `travaux: ${sentence}\n`])
  await expect(openSqlite(used)).rejects.toThrow('the file system is read-only')
  expect((await verifyFolder(used, [])).findings).toEqual([])
  expect(readdirSync(used)).toEqual(before)
})

test('[JR4] a tampered folder on a read-only mount is found out as well', async ({ skip }) => {
  const whole = tempFolder()
  const program = await startForTest({ dataDir: whole })
  await signUpChair(program)
  await program.travaux.close()
  const readOnly = tampered(whole, `UPDATE journal SET name = 'Eve'`)
  if (!mountReadOnly(readOnly)) {
    console.warn(NO_BIND)
    skip(NO_BIND)
    return
  }
  expect((await verifyFolder(readOnly, [])).findings.map(({ what }) => what)).toEqual(['entry-broken'])
})

test('[RM1] [RM3] a disk that becomes read-only under a running server: nobody is told "stored" any more, nothing that was is lost', async ({ skip }) => {
  const image = diskImage()
  if (image === null) {
    console.warn(NO_IMAGE)
    skip(NO_IMAGE)
    return
  }
  const server = startChild({ script: 'serve.ts', args: [image.dataDir] })
  const at = { url: await server.line() }
  const [ana, bo] = [openClient(at, { as: 'ana' }), openClient(at, { as: 'bo' })]
  await Promise.all([synced(ana), synced(bo)])
  typeInto(ana.doc, 'before ')
  await settled(() => wordsOf(bo.doc).includes('before') && ana.frames.stored === ana.frames.sent)
  const before = wordsOf(bo.doc)
  image.fail()
  const refusals = () => ana.closedWith.filter((code) => code === CLOSE['storage-failed'].code).length
  const storedSince = new Set<number>()
  const { stored } = ana.frames
  typeInto(ana.doc, 'afterwards ')
  await settled(() => {
    if (ana.frames.stored !== stored) storedSince.add(ana.frames.stored)
    return refusals() > 2 // tried again, refused again
  })
  expect([...storedSince].filter((count) => count > 0)).toEqual([])
  expect(wordsOf(bo.doc)).toBe(before)
  for (const { provider } of [ana, bo]) provider.destroy()
  server.process.kill('SIGTERM')
  expect(await server.line()).toBe('stopped')
  await server.exit()
  image.repair()

  const again = startChild({ script: 'serve.ts', args: [image.dataDir] })
  const there = { url: await again.line() }
  const fresh = openClient(there, { as: 'rita' })
  await synced(fresh)
  expect(wordsOf(fresh.doc)).toBe(before)
  const returned = openClient(there, { as: 'ana', doc: ana.doc })
  await settled(() => wordsOf(fresh.doc).includes('afterwards') && returned.frames.stored === returned.frames.sent)
  await again.kill()
})

test('the program says that it cannot store, and why; it stops when told to, and is well again with the disk', async ({ skip }) => {
  const image = diskImage()
  if (image === null) {
    console.warn(NO_IMAGE)
    skip(NO_IMAGE)
    return
  }
  const start = async () => {
    const server = startChild({ script: 'program.ts', args: [image.dataDir] })
    const { port } = JSON.parse(await server.line()) as { port: number }
    return { server, health: () => fetch(`http://127.0.0.1:${port}/healthz`) }
  }
  const { server, health } = await start()
  expect((await health()).status).toBe(200)
  image.fail()
  const sick = await health()
  expect([sick.status, await sick.json()]).toMatchObject([503, { status: 'failing', reason: 'storage-failed' }])
  server.process.kill('SIGTERM')
  expect(await server.line()).toBe('stopped')
  expect(await server.exit()).toBe(0)
  image.repair()
  const again = await start()
  expect((await again.health()).status).toBe(200)
  await again.server.kill()
})
