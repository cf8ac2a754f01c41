import { onTestFinished } from 'vitest'
import { openRooms, type RoomLog, type Rooms } from '#server/rooms/index.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import type { Storage } from '#server/storage/port.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { textOf, withText } from '../../contracts/storage-rows.ts'
import { tempFolder } from '../../faults/folder.ts'
import { Clock } from './clock.ts'
import { Disk } from './disk.ts'
import { sampleText, seedOf } from './sample.ts'

export type Told = Readonly<{ textId: string; text: ClauseText; memberIds: readonly string[] }>

/** Rooms over a real storage with drafts `draft1` and `draft2`, under a clock that the test moves. */
export type House = {
  readonly storage: Storage
  readonly clock: Clock
  readonly told: Told[]
  readonly logged: string[]
  /** The running process: its rooms and its way to the disk. */
  rooms: Rooms
  disk: Disk
  /** Ends the process as a kill would and starts another on the same storage. */
  restart(): void
}

export async function openHouse(paragraphs = 3): Promise<House> {
  const { storage } = await openSqlite(tempFolder())
  onTestFinished(() => storage.close())
  await withText(storage)
  for (const id of ['draft1', 'draft2']) await storage.texts.create(textOf(id), seedOf(sampleText(paragraphs)))
  const clock = new Clock()
  const told: Told[] = []
  const logged: string[] = []
  const note = (facts: object, words: string): void => {
    const { refusal } = facts as { refusal?: unknown }
    logged.push(typeof refusal === 'string' ? refusal : words)
  }
  const log: RoomLog = { info: note, warn: note, error: note }
  const onChanged = (textId: string, text: ClauseText, memberIds: readonly string[]): void => {
    told.push({ textId, text, memberIds })
  }
  const start = (): Pick<House, 'rooms' | 'disk'> => {
    const disk = new Disk(storage.drafts)
    return { disk, rooms: openRooms({ drafts: disk.drafts, probe: () => disk.probe(), isFrozen: async (id) => (await storage.texts.get(id))?.frozen != null, now: clock.now, after: clock.after, log, onChanged }) }
  }
  const house: House = {
    ...start(),
    clock,
    storage,
    told,
    logged,
    restart() {
      house.disk.isDead = true
      Object.assign(house, start())
    },
  }
  return house
}
