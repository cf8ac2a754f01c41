import type { JournalEntry, JournalStore } from '../port.ts'
import { text, textOrNull, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'

export const journalStore = (db: Connection): JournalStore => ({
  append: (entry) =>
    db.write(() => {
      db.run(
        `INSERT INTO journal (negotiation_id, at, member_id, name, delegation, act, subject, text_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.negotiationId,
        entry.at,
        entry.memberId,
        entry.name,
        entry.delegation,
        entry.act,
        entry.subject,
        entry.textId,
      )
    }),
  ofText: async (textId, act) => db.all('SELECT * FROM journal WHERE text_id = ? AND act = ? ORDER BY id', textId, act).map(entryOf),
  latest: async (negotiationId, limit) =>
    db
      .all('SELECT * FROM journal WHERE negotiation_id = ? ORDER BY id DESC LIMIT ?', negotiationId, limit)
      .map((row) => ({ id: whole(row, 'id'), ...entryOf(row) })),
})

const entryOf = (row: Row): JournalEntry => ({
  negotiationId: text(row, 'negotiation_id'),
  at: text(row, 'at'),
  memberId: text(row, 'member_id'),
  name: text(row, 'name'),
  delegation: text(row, 'delegation'),
  act: text(row, 'act'),
  subject: text(row, 'subject'),
  textId: textOrNull(row, 'text_id'),
})
