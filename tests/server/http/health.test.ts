import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { healthRoute } from '#server/http/health.ts'
import { openLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'

test('/healthz fails with the reason when nothing can be stored', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'travaux-health-'))
  const { storage } = await openSqlite(folder)
  const app = Fastify()
  healthRoute(app, { storage, log: openLog(() => undefined) })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  await storage.close()
  const failing = await app.inject('/healthz')
  expect(failing.statusCode).toBe(503)
  expect(failing.json()).toMatchObject({ status: 'failing', reason: expect.stringMatching(/^(?:storage-failed|internal)$/) as unknown })
  await app.close()
  await rm(folder, { recursive: true, force: true })
})
