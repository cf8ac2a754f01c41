import { ROLES } from '#shared/rights/index.ts'
import type { MemberRow, MemberStore } from '../port.ts'
import { oneOf, text, textOrNull } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const member = (row: Row): MemberRow => ({
  id: text(row, 'id'),
  negotiationId: text(row, 'negotiation_id'),
  userId: text(row, 'user_id'),
  name: text(row, 'name'),
  role: oneOf(row, 'role', ROLES),
  delegation: text(row, 'delegation'),
  joinedAt: text(row, 'joined_at'),
  leftAt: textOrNull(row, 'left_at'),
})

export const memberStore = (db: Connection): MemberStore => ({
  add: (row) =>
    db.write(() => {
      db.run(
        `INSERT INTO members (id, negotiation_id, user_id, name, role, delegation, joined_at, left_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        row.id,
        row.negotiationId,
        row.userId,
        row.name,
        row.role,
        row.delegation,
        row.joinedAt,
        row.leftAt,
      )
    }),
  async get(id) {
    const row = db.get('SELECT * FROM members WHERE id = ?', id)
    return row === null ? null : member(row)
  },
  ofNegotiation: async (id) =>
    db.all('SELECT * FROM members WHERE negotiation_id = ? AND left_at IS NULL ORDER BY rowid', id).map(member),
  ofUser: async (id) => db.all('SELECT * FROM members WHERE user_id = ? AND left_at IS NULL ORDER BY rowid', id).map(member),
  change: (id, { role, delegation }) =>
    db.write(() => {
      db.run('UPDATE members SET role = ?, delegation = ? WHERE id = ?', role, delegation, id)
    }),
  end: (id, at) =>
    db.write(() => {
      db.run('UPDATE members SET left_at = ? WHERE id = ? AND left_at IS NULL', at, id)
    }),
})
