import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { startChild } from './child.ts'
import { numbered } from './children/numbered.ts'
import { tempFolder } from './folder.ts'

test('[ST1] [ST13] whatever a process had acknowledged when it was killed is there afterwards, in order, again and again', { timeout: 180_000 }, async () => {
  const dataDir = tempFolder()
  let acknowledged = 0
  for (const letLive of [1, 40, 7, 150]) {
    const child = startChild({ script: 'append.ts', args: [dataDir] })
    for (let i = 0; i < letLive; i++) acknowledged = Number(await child.line())
    await child.kill()
    const { storage } = await openSqlite(dataDir)
    const log = (await storage.drafts.log('t1')).map(({ update }) => update)
    const [start, ...later] = await storage.drafts.load('t1')
    await storage.close()
    expect(log.length).toBeGreaterThan(acknowledged)
    expect(log.slice(1)).toEqual(log.slice(1).map((_, i) => numbered(i + 1)))
    const through = log.length - 1 - later.length
    expect(start).toEqual(through === 0 ? log[0] : numbered(through))
    expect(later).toEqual(log.slice(through + 1))
  }
})

test('[ST9] a second process is refused the folder, with the first one named, until that one is killed', async () => {
  const dataDir = tempFolder()
  const first = startChild({ script: 'hold.ts', args: [dataDir] })
  onTestFinished(() => first.kill())
  expect(await first.line()).toBe('held')
  const second = startChild({ script: 'hold.ts', args: [dataDir] })
  expect(await second.line()).toContain(`storage-failed: This data folder is in use by another Travaux process (pid ${first.process.pid})`)
  expect(await second.exit()).toBe(0)
  await expect(openSqlite(dataDir)).rejects.toThrow('in use by another Travaux process')
  await first.kill()
  const { storage } = await openSqlite(dataDir)
  await storage.close()
})

test('[ST9] a folder one may not write is said to be so', async ({ skip }) => {
  if (process.getuid?.() !== 0) {
    skip('Only root can start a process of another user here.')
    return
  }
  const dataDir = tempFolder() // mode 700, root's
  const child = startChild({ script: 'hold.ts', args: [dataDir], uid: 65_534 })
  expect(await child.line()).toMatch(/^storage-failed: Travaux cannot write to its data folder .*: this user may not write there\. Give this user the right/)
})
