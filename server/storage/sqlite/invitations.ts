import { ROLES } from '#shared/rights/index.ts'
import type { InvitationRow, InvitationStore } from '../port.ts'
import { oneOf, text, textOrNull, whole } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const KINDS = ['setup', 'invitation', 'second-drafter', 'reset'] as const satisfies readonly InvitationRow['kind'][]

const invitation = (row: Row): InvitationRow => ({
  id: text(row, 'id'),
  kind: oneOf(row, 'kind', KINDS),
  tokenHash: text(row, 'token_hash'),
  negotiationId: textOrNull(row, 'negotiation_id'),
  role: oneOf(row, 'role', ROLES),
  delegation: text(row, 'delegation'),
  memberId: textOrNull(row, 'member_id'),
  invitedBy: text(row, 'invited_by'),
  uses: whole(row, 'uses'),
  usesLeft: whole(row, 'uses_left'),
  createdAt: text(row, 'created_at'),
  expiresAt: text(row, 'expires_at'),
  revokedAt: textOrNull(row, 'revoked_at'),
})

export const invitationStore = (db: Connection): InvitationStore => ({
  add: (row) =>
    db.write(() => {
      db.run(
        `INSERT INTO invitations (id, kind, token_hash, negotiation_id, role, delegation, member_id, invited_by, uses, uses_left,
           created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        row.id,
        row.kind,
        row.tokenHash,
        row.negotiationId,
        row.role,
        row.delegation,
        row.memberId,
        row.invitedBy,
        row.uses,
        row.usesLeft,
        row.createdAt,
        row.expiresAt,
        row.revokedAt,
      )
    }),
  async byHash(tokenHash) {
    const row = db.get('SELECT * FROM invitations WHERE token_hash = ?', tokenHash)
    return row === null ? null : invitation(row)
  },
  async get(id) {
    const row = db.get('SELECT * FROM invitations WHERE id = ?', id)
    return row === null ? null : invitation(row)
  },
  ofNegotiation: async (id) => db.all('SELECT * FROM invitations WHERE negotiation_id = ? ORDER BY rowid', id).map(invitation),
  spend: (id, at) =>
    db.write(
      () =>
        db.run(
          'UPDATE invitations SET uses_left = uses_left - 1 WHERE id = ? AND uses_left > 0 AND revoked_at IS NULL AND expires_at > ?',
          id,
          at,
        ) === 1,
    ),
  restore: (id) =>
    db.write(() => {
      db.run('UPDATE invitations SET uses_left = uses_left + 1 WHERE id = ? AND uses_left < uses', id)
    }),
  revoke: (id, at) =>
    db.write(() => {
      db.run('UPDATE invitations SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', at, id)
    }),
})
