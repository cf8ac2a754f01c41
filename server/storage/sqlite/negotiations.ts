import type { NegotiationStore } from '../port.ts'
import { text, textOrNull, whole } from './columns.ts'
import type { Connection } from './connection.ts'

export const negotiationStore = (db: Connection): NegotiationStore => ({
  create: (row) =>
    db.write(() => {
      db.run('INSERT INTO negotiations (id, title, created_at) VALUES (?, ?, ?)', row.id, row.title, row.createdAt)
    }),
  async get(id) {
    const row = db.get('SELECT * FROM negotiations WHERE id = ?', id)
    return row === null ? null : { id: text(row, 'id'), title: text(row, 'title'), createdAt: text(row, 'created_at') }
  },
  async count() {
    const row = db.get('SELECT count(*) AS count FROM negotiations')
    return row === null ? 0 : whole(row, 'count')
  },
  chapters: async (id) =>
    db
      .all('SELECT * FROM chapters WHERE negotiation_id = ? ORDER BY position', id)
      .map((row) => ({ id: text(row, 'id'), title: text(row, 'title'), dueOn: textOrNull(row, 'due_on') })),
  replaceChapters: (id, chapters) =>
    db.write(() => {
      db.run('DELETE FROM chapters WHERE negotiation_id = ?', id)
      for (const [position, chapter] of chapters.entries())
        db.run(
          'INSERT INTO chapters (negotiation_id, position, id, title, due_on) VALUES (?, ?, ?, ?, ?)',
          id,
          position,
          chapter.id,
          chapter.title,
          chapter.dueOn,
        )
    }),
})
