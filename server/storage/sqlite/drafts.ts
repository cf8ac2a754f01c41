import { invariant } from '#shared/kernel/index.ts'
import type { DraftStore } from '../port.ts'
import { bytes, text, whole } from './columns.ts'
import type { Connection } from './connection.ts'

export const draftStore = (db: Connection): DraftStore => ({
  append: (group) =>
    db.write(() => {
      for (const entry of group) {
        db.run(
          'INSERT INTO draft_log (text_id, content, member_id, at) VALUES (?, ?, ?, ?)',
          entry.textId,
          entry.update,
          entry.memberId,
          entry.at,
        )
        for (const client of entry.newClients)
          db.run('INSERT INTO draft_clients (text_id, client, member_id) VALUES (?, ?, ?)', entry.textId, client, entry.memberId)
      }
    }),
  load: async (textId) =>
    db.all('SELECT content FROM draft_log WHERE text_id = ? ORDER BY seq', textId).map((row) => bytes(row, 'content')),
  clients: async (textId) =>
    new Map(
      db
        .all('SELECT client, member_id FROM draft_clients WHERE text_id = ?', textId)
        .map((row) => [whole(row, 'client'), text(row, 'member_id')]),
    ),
  compact: ({ textId, snapshot, through }) =>
    db.write(() => {
      invariant(through > 0, 'a snapshot replaces something')
      const last = db.get('SELECT seq FROM draft_log WHERE text_id = ? ORDER BY seq LIMIT 1 OFFSET ?', textId, through - 1)
      invariant(last !== null, 'a snapshot replaces no more than there is')
      const seq = whole(last, 'seq')
      db.run('DELETE FROM draft_log WHERE text_id = ? AND seq <= ?', textId, seq)
      db.run('INSERT INTO draft_log (seq, text_id, content) VALUES (?, ?, ?)', seq, textId, snapshot)
    }),
})
