import { THREAD_KINDS, type Anchor } from '#shared/records/index.ts'
import type { ThreadEventRow, ThreadRow, ThreadStore } from '../port.ts'
import { json, oneOf, text, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const thread = (row: Row): ThreadRow => ({
  id: text(row, 'id'),
  textId: text(row, 'text_id'),
  kind: oneOf(row, 'kind', THREAD_KINDS),
  anchor: json<Anchor>(row, 'anchor', ['clauseId', 'quote', 'offset', 'place']),
  citation: text(row, 'citation'),
})

const event = (row: Row): ThreadEventRow => ({
  id: text(row, 'id'),
  threadId: text(row, 'thread_id'),
  what: oneOf(row, 'what', ['said', 'resolved', 'reopened'] as const),
  body: text(row, 'body'),
  memberId: text(row, 'member_id'),
  name: text(row, 'name'),
  delegation: text(row, 'delegation'),
  at: text(row, 'at'),
})

function insertEvent(db: Connection, row: ThreadEventRow): void {
  db.run(
    `INSERT INTO thread_events (id, thread_id, what, body, member_id, name, delegation, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.threadId,
    row.what,
    row.body,
    row.memberId,
    row.name,
    row.delegation,
    row.at,
  )
}

/** Open = the last closing or reopening, if any, was a reopening (ST6). */
const OPEN_COUNTS = `
  SELECT text_id, count(*) AS count FROM threads
  WHERE text_id IN (SELECT value FROM json_each(?)) AND coalesce((
    SELECT what FROM thread_events WHERE thread_id = threads.id AND what <> 'said' ORDER BY position DESC LIMIT 1
  ), 'reopened') = 'reopened'
  GROUP BY text_id`

export const threadStore = (db: Connection): ThreadStore => ({
  open: (row, first) =>
    db.write(() => {
      db.run(
        'INSERT INTO threads (id, text_id, kind, anchor, citation) VALUES (?, ?, ?, ?, ?)',
        row.id,
        row.textId,
        row.kind,
        JSON.stringify(row.anchor),
        row.citation,
      )
      insertEvent(db, first)
    }),
  append: (row) => db.write(() => insertEvent(db, row)),
  async get(id) {
    const row = db.get('SELECT * FROM threads WHERE id = ?', id)
    return row === null ? null : thread(row)
  },
  async ofText(textId) {
    const events = new Map<string, ThreadEventRow[]>()
    const sql = `SELECT thread_events.* FROM thread_events JOIN threads ON threads.id = thread_id WHERE text_id = ? ORDER BY position`
    for (const said of db.all(sql, textId).map(event)) {
      const before = events.get(said.threadId)
      if (before === undefined) events.set(said.threadId, [said])
      else before.push(said)
    }
    return db
      .all('SELECT * FROM threads WHERE text_id = ? ORDER BY rowid', textId)
      .map(thread)
      .map((row) => ({ row, events: events.get(row.id) ?? [] }))
  },
  async openCounts(textIds) {
    const counts = new Map(textIds.map((id) => [id, 0]))
    for (const row of db.all(OPEN_COUNTS, JSON.stringify(textIds))) counts.set(text(row, 'text_id'), whole(row, 'count'))
    return counts
  },
})
