import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced, type Client } from '../server/ws/client.ts'
import { startChild } from './child.ts'
import { tempFolder } from './folder.ts'

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 30_000, interval: 5 })

async function storedWords(dataDir: string): Promise<string> {
  const { storage } = await openSqlite(dataDir)
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  await storage.close()
  return wordsOf(doc)
}

/** Types numbered tokens and keeps which of them the server had called stored. */
class Typist {
  readonly client: Client
  readonly acknowledged: string[] = []
  #sent: { token: string; frame: number }[] = []
  #typed = 0

  constructor(client: Client) {
    this.client = client
  }

  type(): void {
    const token = `<${this.client.doc.clientID}:${this.#typed++}>`
    typeInto(this.client.doc, token)
    this.#sent.push({ token, frame: this.client.frames.sent })
  }

  notes(): void {
    const { stored } = this.client.frames
    this.acknowledged.push(...this.#sent.filter(({ frame }) => frame <= stored).map(({ token }) => token))
    this.#sent = this.#sent.filter(({ frame }) => frame > stored)
  }
}

test('[ST1] [RM2] a server killed in mid-sentence has all it had called stored, and the clients bring the rest', { timeout: 180_000 }, async () => {
  const dataDir = tempFolder()
  for (const round of [1, 2]) {
    const server = startChild({ script: 'serve.ts', args: [dataDir] })
    const url = await server.line()
    const typists = ['ana', 'bo'].map((as) => new Typist(openClient({ url }, { as })))
    await Promise.all(typists.map(({ client }) => synced(client)))
    while (!typists.every(({ acknowledged }) => acknowledged.length > 20 * round)) {
      for (const typist of typists) {
        typist.notes()
        typist.type()
      }
      await new Promise((resolve) => setImmediate(resolve)) // mid-sentence: nobody waits for the server
    }
    await server.kill()
    for (const typist of typists) typist.notes()
    const words = await storedWords(dataDir)
    expect(typists.flatMap(({ acknowledged }) => acknowledged).filter((token) => !words.includes(token))).toEqual([])

    const again = startChild({ script: 'serve.ts', args: [dataDir] })
    const urlAgain = await again.line()
    const returned = typists.map(({ client }, i) => openClient({ url: urlAgain }, { as: ['ana', 'bo'][i] ?? '', doc: client.doc }))
    await Promise.all(returned.map(synced))
    await settled(() => new Set(returned.map(({ doc }) => wordsOf(doc))).size === 1)
    await settled(() => returned.every(({ frames }) => frames.stored === frames.sent))
    for (const { provider } of [...returned, ...typists.map(({ client }) => client)]) provider.destroy()
    again.process.kill('SIGTERM')
    expect(await again.line()).toBe('stopped')
    await again.exit()
    expect(await storedWords(dataDir)).toBe(wordsOf(returned[0]?.doc ?? new Y.Doc()))
  }
})

test('a server told to stop stores what has reached it, closes its sockets, and lets go of the folder', async () => {
  const dataDir = tempFolder()
  const server = startChild({ script: 'serve.ts', args: [dataDir] })
  onTestFinished(() => server.kill())
  const ana = openClient({ url: await server.line() }, { as: 'ana' })
  await synced(ana)
  typeInto(ana.doc, 'the last words ')
  await settled(() => ana.frames.stored === 2)
  typeInto(ana.doc, 'and more ')
  server.process.kill('SIGTERM')
  expect(await server.line()).toBe('stopped')
  expect(await server.exit()).toBe(0)
  expect(await storedWords(dataDir)).toContain('the last words')
})
