import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { openBus, type Bus } from '#server/bus/index.ts'
import { openRooms, type After, type RoomLog, type Rooms } from '#server/rooms/index.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { attachLive, type Account, type Live, type LiveLimits } from '#server/ws/index.ts'
import { memberOf, textOf } from '../../contracts/storage-rows.ts'
import { sampleText, seedOf } from '../rooms/sample.ts'

/** A real server on a free port: chair, ana and bo draft, rita reads, and dora delegates for Brazil in negotiation `n1`; olga in `n2`. */
export type Harbour = Readonly<{
  live: Live
  rooms: Rooms
  bus: Bus
  storage: Storage
  dataDir: string
  url: string
  logged: { refusal?: unknown; words: string }[]
  /** Runs whenever somebody is asked for their account. */
  whileChecking: { run: () => void }
  /** Stops it as the program does: sockets, then rooms, then the storage. */
  close(): Promise<void>
}>

export type HarbourOptions = Readonly<{ limits?: Partial<LiveLimits>; after?: After }>

export const ORIGIN = 'http://travaux.test'

/** Starts the harbour over the folder `dataDir`, as it is, or with its people and texts when it is new. */
export async function startHarbour(dataDir: string, options: HarbourOptions = {}): Promise<Harbour> {
  const { storage } = await openSqlite(dataDir)
  if ((await storage.negotiations.count()) === 0) await people(storage)
  const logged: Harbour['logged'] = []
  const note = (facts: object, words: string): void => {
    logged.push({ ...facts, words })
  }
  const log: RoomLog = { info: note, warn: note, error: note }
  const bus = openBus()
  const isFrozen = async (id: string): Promise<boolean> => (await storage.texts.get(id))?.frozen != null
  const rooms = openRooms({ drafts: storage.drafts, probe: () => storage.probe(), isFrozen, now: Date.now, log, onChanged: () => undefined })
  const server = createServer()
  const whileChecking = { run: (): void => undefined }
  const accountOf = async ({ cookie }: IncomingHttpHeaders): Promise<Account | null> => {
    whileChecking.run()
    const [, userId] = /account=(\w+)/.exec(cookie ?? '') ?? []
    return Promise.resolve(userId === undefined ? null : { userId, name: userId })
  }
  const allowedOrigin = (origin: string | undefined): boolean => origin === ORIGIN
  const live = attachLive({ server, accountOf, storage, rooms, bus, allowedOrigin, log, now: Date.now, ...options })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async (): Promise<void> => {
    await live.close()
    await rooms.close()
    await new Promise((resolve) => server.close(resolve))
    await storage.close()
  }
  return { live, rooms, bus, storage, dataDir, url: `ws://127.0.0.1:${port}/live`, logged, whileChecking, close }
}

async function people({ negotiations, members, texts }: Storage): Promise<void> {
  const createdAt = '2026-03-02T10:00:00.000Z'
  for (const id of ['n1', 'n2']) await negotiations.create({ id, title: id, createdAt })
  const roles = { chair: 'chair', ana: 'drafter', bo: 'drafter', rita: 'reader', dora: 'delegate' } as const
  for (const [name, role] of Object.entries(roles)) {
    const delegation = name === 'dora' ? 'Brazil' : 'Portugal'
    await members.add(memberOf(`m${name}`, { userId: name, name: `Ms ${name}`, role, delegation }))
  }
  await members.add(memberOf('molga', { userId: 'olga', negotiationId: 'n2' }))
  await texts.create(textOf('draft1'), seedOf(sampleText()))
  await texts.create(textOf('draft2'), seedOf(sampleText()))
  await texts.create(textOf('private1', { kind: 'private', delegation: 'Brazil' }), seedOf(sampleText()))
}
