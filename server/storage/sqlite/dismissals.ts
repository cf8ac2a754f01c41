import { invariant } from '#shared/kernel/index.ts'
import type { ItemRange } from '#shared/document/index.ts'
import type { DismissalRow, DismissalStore } from '../port.ts'
import { text } from './columns.ts'
import type { Connection, Row } from './connection.ts'

function ranges(row: Row): readonly ItemRange[] {
  const value: unknown = JSON.parse(text(row, 'ranges'))
  const isRange = (one: unknown): boolean => typeof one === 'object' && one !== null && 'client' in one && 'clock' in one && 'length' in one
  invariant(Array.isArray(value) && value.every(isRange), 'ranges holds client, clock and length')
  return value as readonly ItemRange[]
}

const dismissal = (row: Row): DismissalRow => ({
  id: text(row, 'id'),
  textId: text(row, 'text_id'),
  ranges: ranges(row),
  quote: text(row, 'quote'),
  citation: text(row, 'citation'),
  memberId: text(row, 'member_id'),
  name: text(row, 'name'),
  delegation: text(row, 'delegation'),
  at: text(row, 'at'),
})

export const dismissalStore = (db: Connection): DismissalStore => ({
  add: (row) =>
    db.write(() => {
      db.run(
        'INSERT INTO dismissals (id, text_id, ranges, quote, citation, member_id, name, delegation, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        row.id,
        row.textId,
        JSON.stringify(row.ranges),
        row.quote,
        row.citation,
        row.memberId,
        row.name,
        row.delegation,
        row.at,
      )
    }),
  async get(id) {
    const row = db.get('SELECT * FROM dismissals WHERE id = ?', id)
    return row === null ? null : dismissal(row)
  },
  ofText: async (textId) => db.all('SELECT * FROM dismissals WHERE text_id = ? AND returned_at IS NULL ORDER BY position', textId).map(dismissal),
  bringBack: (id, at) => db.write(() => db.run('UPDATE dismissals SET returned_at = ? WHERE id = ? AND returned_at IS NULL', at, id) === 1),
})
