import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ChainedEntry } from '#server/storage/journal/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { NegotiationRow, Stores, VersionRow } from '../port.ts'
import { CHAIN_STEP, FENCE } from './chain-migration.ts'
import { bytes, text, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'
import { contentStore } from './contents.ts'
import { draftStore } from './drafts.ts'
import { asRefusal } from './faults.ts'
import { MIGRATIONS } from './migrations.ts'
import { connectToRead } from './reading-connection.ts'
import { textStore } from './texts.ts'

/** A data folder as it stands at one moment, to be examined. Whatever cannot be read throws `Refused('storage-failed')`. */
export type KeptFolder = Readonly<{
  /** What SQLite's own examination of the file finds; [] for a sound one. */
  damage(): readonly string[]
  /** The triggers around the journal that are not as they were put up (JR6). */
  brokenFence(): readonly string[]
  negotiations(): readonly NegotiationRow[]
  /** The journal of a negotiation in the order of its positions, byte for byte. */
  chain(negotiationId: string): readonly ChainedEntry[]
  versions(negotiationId: string): Promise<readonly VersionRow[]>
  textIds(negotiationId: string): readonly string[]
  contents: Pick<Stores['contents'], 'get'>
  drafts: Pick<Stores['drafts'], 'load'>
  close(): void
}>

/**
 * Opens the data folder `dataDir` for reading alone, beside a running server or without one: it takes no lock and writes
 * nothing. Throws `Refused('storage-failed')`, with words for the operator, when there is no database, or not one of this program's.
 */
export function openForReading(dataDir: string): KeptFolder {
  const file = join(dataDir, 'travaux.db')
  if (!existsSync(file)) throw new Refused('storage-failed', `There is no Travaux database in ${dataDir}. Name the data folder in TRAVAUX_DATA.`)
  let db: Connection
  try {
    db = connectToRead(dataDir, file)
    checkSteps(db)
  } catch (error) {
    throw asRefusal(error, dataDir)
  }
  const texts = textStore(db)
  const textIds = (id: string) => db.all('SELECT id FROM texts WHERE negotiation_id = ? ORDER BY rowid', id).map((row) => text(row, 'id'))
  return {
    damage: () =>
      db
        .all('PRAGMA integrity_check(20)')
        .map((row) => text(row, 'integrity_check'))
        .filter((words) => words !== 'ok'),
    brokenFence() {
      const there = new Map(db.all(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).map((row) => [row['name'], row['sql']]))
      return Object.entries(FENCE).flatMap(([name, sql]) => (there.get(name) === sql ? [] : [name]))
    },
    negotiations: () => db.all('SELECT * FROM negotiations ORDER BY rowid').map(negotiation),
    chain: (id) => db.all(`SELECT position, ${EXACT} FROM journal WHERE negotiation_id = ? ORDER BY position`, id).map(chainedEntry),
    textIds,
    async versions(id) {
      return (await Promise.all(textIds(id).map((textId) => texts.versions(textId)))).flat()
    },
    contents: contentStore(db),
    drafts: draftStore(db),
    close: () => {
      db.database.close()
    },
  }
}

function checkSteps(db: Connection): void {
  const row = db.get('SELECT max(number) AS reached FROM schema_steps')
  const reached = row === null ? 0 : whole(row, 'reached')
  const newest = MIGRATIONS.at(-1)?.number ?? 0
  if (reached < CHAIN_STEP) throw new Refused('storage-failed', 'This data folder was written by an older Travaux, which kept no chain. Start this one on it once.')
  if (reached > newest) throw new Refused('storage-failed', 'This data folder was written by a newer Travaux. Let that one examine it.')
}

const negotiation = (row: Row): NegotiationRow => ({ id: text(row, 'id'), title: text(row, 'title'), createdAt: text(row, 'created_at') })

const COLUMNS = ['negotiation_id', 'at', 'member_id', 'name', 'delegation', 'act', 'subject', 'text_id', 'digest', 'hash'] as const
/** As bytes: read as words, a NUL and what follows it, or letters that are none, would go unnoticed. */
const EXACT = COLUMNS.map((column) => `CAST(${column} AS BLOB) AS ${column}`).join(', ')

function chainedEntry(row: Row): ChainedEntry {
  const exact = (column: (typeof COLUMNS)[number]) => exactWords(bytes(row, column))
  const exactOrNull = (column: 'text_id' | 'digest') => (row[column] === null ? null : exact(column))
  return {
    negotiationId: exact('negotiation_id'),
    position: whole(row, 'position'),
    at: exact('at'),
    memberId: exact('member_id'),
    name: exact('name'),
    delegation: exact('delegation'),
    act: exact('act'),
    subject: exact('subject'),
    textId: exactOrNull('text_id'),
    digest: exactOrNull('digest'),
    hash: exact('hash'),
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as the words they are; what is no UTF-8 comes out as words that no entry can have had (JR2). */
function exactWords(raw: Uint8Array): string {
  try {
    return utf8.decode(raw)
  } catch {
    return `\0${Buffer.from(raw).toString('hex')}` // no words: never equal to any
  }
}
