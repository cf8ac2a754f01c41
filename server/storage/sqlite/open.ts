import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialect } from 'kysely'
import { Refused } from '#shared/kernel/index.ts'
import type { Storage, Stores } from '../port.ts'
import { text } from './columns.ts'
import { connect, gather, type Connection } from './connection.ts'
import { contentStore } from './contents.ts'
import { dialectOn } from './dialect.ts'
import { dismissalStore } from './dismissals.ts'
import { draftStore } from './drafts.ts'
import { asRefusal, damaged, unusableFolder } from './faults.ts'
import { invitationStore } from './invitations.ts'
import { journalStore } from './journal.ts'
import { lockFolder, type FolderLock } from './lock.ts'
import { memberStore } from './members.ts'
import { migrate } from './migrate.ts'
import { negotiationStore } from './negotiations.ts'
import { textStore } from './texts.ts'
import { threadStore } from './threads.ts'

/**
 * Opens the data folder `dataDir` (made when it is not there) and brings its schema up to date. `dialect` serves the
 * identity library on the same database. Throws `Refused('storage-failed')`, with words for the operator, when the folder
 * cannot be written, another process has it, or a newer program wrote it; `Refused('storage-full')` on a full disk.
 */
export async function openSqlite(dataDir: string): Promise<Readonly<{ storage: Storage; dialect: Dialect }>> {
  makeFolder(dataDir)
  const lock = lockOrRefuse(dataDir)
  try {
    const connection = connect(dataDir, join(dataDir, 'travaux.db'))
    refuseDamage(connection)
    migrate(connection.database)
    return { storage: storageOn(connection, lock), dialect: dialectOn(connection) }
  } catch (error) {
    lock.release()
    throw asRefusal(error, dataDir)
  }
}

/** A damaged database is refused whole: to write on in it would make the damage worse (ST22). */
function refuseDamage({ all, dataDir }: Connection): void {
  const [row] = all('PRAGMA quick_check(1)')
  const words = row === undefined ? 'no answer' : text(row, 'quick_check')
  if (words !== 'ok') throw damaged(dataDir, words)
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusableFolder(dataDir, error)
  }
}

function lockOrRefuse(dataDir: string): FolderLock {
  try {
    return lockFolder(dataDir)
  } catch (error) {
    if (error instanceof Refused) throw error
    const full = asRefusal(error, dataDir)
    throw full.id === 'storage-full' ? full : unusableFolder(dataDir, error)
  }
}

const storesOn = (connection: Connection): Stores => ({
  drafts: draftStore(connection),
  negotiations: negotiationStore(connection),
  members: memberStore(connection),
  invitations: invitationStore(connection),
  texts: textStore(connection),
  contents: contentStore(connection),
  threads: threadStore(connection),
  dismissals: dismissalStore(connection),
  journal: journalStore(connection),
})

function storageOn(connection: Connection, lock: FolderLock): Storage {
  let open = true
  return {
    ...storesOn(connection),
    async together(work) {
      const { inside, commit } = gather(connection)
      const asked = work(storesOn(inside))
      await Promise.all([...asked, commit()])
    },
    probe: () =>
      connection.write(() => {
        connection.run('UPDATE probe SET beats = beats + 1')
      }),
    async close() {
      if (!open) return
      open = false
      const leave = await connection.gate.enter()
      connection.database.close()
      lock.release()
      leave()
    },
  }
}
