import { invariant } from '#shared/kernel/index.ts'
import type { DraftFold, DraftLogRow, DraftStore } from '../port.ts'
import { bytes, text, textOrNull, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const logRow = (row: Row): DraftLogRow => ({
  seq: whole(row, 'seq'),
  update: bytes(row, 'content'),
  memberId: textOrNull(row, 'member_id'),
  name: textOrNull(row, 'name'),
  delegation: textOrNull(row, 'delegation'),
  at: textOrNull(row, 'at'),
})

export const draftStore = (db: Connection): DraftStore => ({
  append: (group) =>
    db.write(() => {
      for (const entry of group) {
        db.run(
          'INSERT INTO draft_log (text_id, content, member_id, name, delegation, at) VALUES (?, ?, ?, ?, ?, ?)',
          entry.textId,
          entry.update,
          entry.memberId,
          entry.name,
          entry.delegation,
          entry.at,
        )
        for (const client of entry.newClients)
          db.run('INSERT INTO draft_clients (text_id, client, member_id) VALUES (?, ?, ?)', entry.textId, client, entry.memberId)
      }
    }),
  async load(textId) {
    const start = snapshotOf(db, textId)
    const later = db.all('SELECT content FROM draft_log WHERE text_id = ? AND seq > ? ORDER BY seq', textId, start?.through ?? 0)
    return [...(start === null ? [] : [start.content]), ...later.map((row) => bytes(row, 'content'))]
  },
  log: async (textId) => db.all('SELECT * FROM draft_log WHERE text_id = ? ORDER BY seq', textId).map(logRow),
  clients: async (textId) =>
    new Map(
      db
        .all('SELECT client, member_id FROM draft_clients WHERE text_id = ?', textId)
        .map((row) => [whole(row, 'client'), text(row, 'member_id')]),
    ),
  compact: (fold) => db.write(() => compact(db, fold)),
})

function snapshotOf(db: Connection, textId: string): Readonly<{ through: number; content: Uint8Array }> | null {
  const row = db.get('SELECT through_seq, content FROM draft_snapshots WHERE text_id = ?', textId)
  return row === null ? null : { through: whole(row, 'through_seq'), content: bytes(row, 'content') }
}

function compact(db: Connection, { textId, snapshot, through, merge }: DraftFold): void {
  const before = snapshotOf(db, textId)
  const count = before === null ? through : through - 1
  const rows = db
    .all('SELECT * FROM draft_log WHERE text_id = ? AND seq > ? ORDER BY seq LIMIT ?', textId, before?.through ?? 0, count)
    .map(logRow)
  const last = rows.at(-1)
  invariant(last !== undefined && rows.length === count, 'a snapshot stands for something, and for no more than there is')
  db.run(
    'INSERT INTO draft_snapshots VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET through_seq = excluded.through_seq, content = excluded.content',
    textId,
    last.seq,
    snapshot,
  )
  rewrite(db, rows, merge(rows))
}

/** Puts `merged` in the place of `rows`; a merged row keeps the `seq`, and with it the place, of one of them. */
function rewrite(db: Connection, rows: readonly DraftLogRow[], merged: readonly DraftLogRow[]): void {
  const left = new Map(rows.map((row) => [row.seq, row]))
  for (const row of merged) {
    const was = left.get(row.seq)
    invariant(was !== undefined, 'a merged row stands where one of its rows stood')
    left.delete(row.seq)
    if (was !== row) db.run('UPDATE draft_log SET content = ?, at = ? WHERE seq = ?', row.update, row.at, row.seq)
  }
  for (const seq of left.keys()) db.run('DELETE FROM draft_log WHERE seq = ?', seq)
}
