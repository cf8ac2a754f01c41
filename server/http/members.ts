import type { Account } from '#server/identity/index.ts'
import type { MemberRow } from '#server/storage/port.ts'
import { memberChangeRequest, resetLink } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'

const RESET_VALID_MS = 24 * 60 * 60 * 1000

/** Members: their role and delegation, the end of a membership, a new way in for somebody who lost their password. */
export function memberRoutes(
  routes: Routes,
  { storage, links, live, now }: HttpPorts,
  { memberIn, chronicle }: Readonly<{ memberIn: Standing['memberIn']; chronicle: Chronicle }>,
): void {
  async function both(memberId: string, account: Account): Promise<Readonly<{ member: MemberRow; actor: MemberRow }>> {
    const member = await storage.members.get(memberId)
    if (member === null || member.leftAt !== null) throw new Refused('not-found')
    return { member, actor: await memberIn(member.negotiationId, account) }
  }

  /** A negotiation without a chair could never have one again. */
  async function keepAChair(member: MemberRow): Promise<void> {
    if (member.role !== 'chair') return
    const chairs = (await storage.members.ofNegotiation(member.negotiationId)).filter(({ role }) => role === 'chair')
    if (chairs.length <= 1) throw new Refused('not-allowed', 'A negotiation needs a chair. Make somebody else chair first.')
  }

  routes.signedIn({
    method: 'PATCH',
    path: '/api/members/:id',
    body: memberChangeRequest,
    answer: null,
    reply: async ({ id, account, body }) => {
      const { member, actor } = await both(id, account)
      allow(actor, { do: 'change-member', from: member.role, to: body.role })
      if (body.role !== 'chair') await keepAChair(member)
      const deed = { act: 'member-changed', subject: `${member.name} · ${body.delegation} · ${body.role}`, topic: 'people' } as const
      await chronicle(actor, deed, (inside) => [inside.members.change(id, body)])
      live.endMember(id)
    },
  })

  routes.signedIn({
    method: 'DELETE',
    path: '/api/members/:id',
    body: null,
    answer: null,
    reply: async ({ id, account }) => {
      const { member, actor } = await both(id, account)
      if (actor.id !== id) allow(actor, { do: 'change-member', from: member.role, to: 'reader' })
      await keepAChair(member)
      const at = new Date(now()).toISOString()
      await chronicle(actor, { act: 'member-ended', subject: member.name, topic: 'people' }, (inside) => [inside.members.end(id, at)])
      live.endMember(id)
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/members/:id/reset-link',
    body: null,
    answer: resetLink,
    reply: async ({ id, account }) => {
      const { member, actor } = await both(id, account)
      allow(actor, { do: 'reset-access' })
      const { row, token } = links.draw({
        kind: 'reset',
        negotiationId: member.negotiationId,
        role: member.role,
        delegation: member.delegation,
        memberId: member.id,
        invitedBy: actor.id,
        uses: 1,
        validMs: RESET_VALID_MS,
      })
      await chronicle(actor, { act: 'reset-link-made', subject: member.name, topic: 'people' }, (inside) => [inside.invitations.add(row)])
      return { path: `/reset#${token}`, expiresAt: row.expiresAt }
    },
  })
}
