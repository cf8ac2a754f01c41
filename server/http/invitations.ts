import { inviteRequest, invited } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import { invitationView } from './views.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Invitations: made and withdrawn. */
export function invitationRoutes(
  routes: Routes,
  { storage, links, now }: HttpPorts,
  { memberIn, chronicle }: Readonly<{ memberIn: Standing['memberIn']; chronicle: Chronicle }>,
): void {
  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/invitations',
    body: inviteRequest,
    answer: invited,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'invite', role: body.role })
      const { row, token } = links.draw({
        kind: 'invitation',
        negotiationId: id,
        role: body.role,
        delegation: body.delegation,
        memberId: null,
        invitedBy: member.id,
        uses: body.uses,
        validMs: body.validDays * DAY_MS,
      })
      const deed = { act: 'invitation-made', subject: `${row.delegation} · ${row.role}`, topic: 'people' } as const
      await chronicle(member, deed, (inside) => [inside.invitations.add(row)])
      return { invitation: invitationView(row, () => member.name), path: `/join#${token}` }
    },
  })

  routes.signedIn({
    method: 'DELETE',
    path: '/api/invitations/:id',
    body: null,
    answer: null,
    reply: async ({ id, account }) => {
      const row = await storage.invitations.get(id)
      if (row === null || row.negotiationId === null || row.kind !== 'invitation') throw new Refused('not-found')
      const member = await memberIn(row.negotiationId, account)
      // Who may give an invitation may take it back.
      allow(member, { do: 'invite', role: row.role })
      const deed = { act: 'invitation-revoked', subject: `${row.delegation} · ${row.role}`, topic: 'people' } as const
      await chronicle(member, deed, (inside) => [inside.invitations.revoke(id, new Date(now()).toISOString())])
    },
  })
}
