import { chained, type ChainedEntry } from '#server/storage/journal/index.ts'
import type { JournalEntry, JournalStore } from '../port.ts'
import { text, textOrNull, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'

export const journalStore = (db: Connection): JournalStore => ({
  append: (entry) =>
    db.write(() => {
      const last = db.get('SELECT position, hash FROM journal WHERE negotiation_id = ? ORDER BY position DESC LIMIT 1', entry.negotiationId)
      const { sql, values } = insertOf(chained(entry, last === null ? null : { position: whole(last, 'position'), hash: text(last, 'hash') }))
      db.run(sql, ...values)
    }),
  ofText: async (textId, act) => db.all('SELECT * FROM journal WHERE text_id = ? AND act = ? ORDER BY position', textId, act).map(journalEntry),
  latest: async (negotiationId, limit) =>
    db
      .all('SELECT * FROM journal WHERE negotiation_id = ? ORDER BY position DESC LIMIT ?', negotiationId, limit)
      .map((row) => ({ ...journalEntry(row), id: whole(row, 'position') })),
})

const journalEntry = (row: Row): JournalEntry => ({
  negotiationId: text(row, 'negotiation_id'),
  at: text(row, 'at'),
  memberId: text(row, 'member_id'),
  name: text(row, 'name'),
  delegation: text(row, 'delegation'),
  act: text(row, 'act'),
  subject: text(row, 'subject'),
  textId: textOrNull(row, 'text_id'),
  digest: textOrNull(row, 'digest'),
})

/** What puts `entry` into the table. */
export const insertOf = (entry: ChainedEntry): Readonly<{ sql: string; values: (string | number | null)[] }> => ({
  sql: `INSERT INTO journal (negotiation_id, position, at, member_id, name, delegation, act, subject, text_id, digest, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  values: [
    entry.negotiationId,
    entry.position,
    entry.at,
    entry.memberId,
    entry.name,
    entry.delegation,
    entry.act,
    entry.subject,
    entry.textId,
    entry.digest,
    entry.hash,
  ],
})
