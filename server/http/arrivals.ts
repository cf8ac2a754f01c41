import { newId, newToken, type Account, type Cookies } from '#server/identity/index.ts'
import type { InvitationRow, MemberRow } from '#server/storage/port.ts'
import { arrived, invitationLook, invitationLookRequest, joinRequest, secondDrafterRequest, setupRequest } from '#shared/api/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import { may, type Role } from '#shared/rights/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'

type NewPerson = Readonly<{ name: string; email: string; password: string }>

/** How people come in: the first start, an invitation, the sample's second drafter. */
export function arrivalRoutes(routes: Routes, ports: HttpPorts, chronicle: Chronicle): void {
  const { storage, identity, links, now } = ports
  const nowIso = () => new Date(now()).toISOString()

  /** Takes one use of the link and makes an account; gives both back when `then` comes to nothing. */
  async function withNewAccount<Result>(link: InvitationRow, person: NewPerson, then: (account: Account) => Promise<Result>): Promise<Result> {
    await links.spend(link)
    let account: Account | null = null
    try {
      account = await identity.createAccount(person)
      return await then(account)
    } catch (error) {
      if (account !== null) await identity.removeAccount(account.userId)
      await links.restore(link)
      throw error
    }
  }

  const newMember = ({ userId, name }: Account, place: Readonly<{ negotiationId: string; role: Role; delegation: string }>): MemberRow => ({
    id: newId(),
    userId,
    name,
    joinedAt: nowIso(),
    leftAt: null,
    ...place,
  })

  async function join(account: Account, place: Readonly<{ negotiationId: string; role: Role; delegation: string }>): Promise<void> {
    const member = newMember(account, place)
    const deed = { act: 'member-joined', subject: `${member.delegation} · ${member.role}`, topic: 'people' } as const
    await chronicle(member, deed, (inside) => [inside.members.add(member)])
  }

  const sessionFor = async ({ email, password }: NewPerson): Promise<Cookies> => (await identity.enter({ email, password })).cookies

  /** An invitation whose maker may still give what it gives (RT3); one by somebody who no longer may counts as withdrawn. */
  async function invitation(token: string, kind: 'invitation' | 'second-drafter') {
    const link = await links.find(token, kind)
    invariant(link.negotiationId !== null, 'an invitation is to a negotiation')
    const inviter = await storage.members.get(link.invitedBy)
    if (inviter === null || inviter.leftAt !== null || !may(inviter, { do: 'invite', role: link.role })) {
      throw new Refused('invitation-revoked', 'Whoever made this invitation may no longer give it. Ask for a new one.')
    }
    const negotiation = await storage.negotiations.get(link.negotiationId)
    invariant(negotiation !== null, 'a negotiation stays')
    return { link, inviter, negotiation }
  }

  routes.open({
    method: 'POST',
    path: '/api/setup',
    body: setupRequest,
    answer: arrived,
    reply: async ({ body, setCookies }) => {
      if (await identity.hasAccounts()) throw new Refused('already-set-up', 'The first account exists. Sign in, or ask the chair for an invitation.')
      const link = await links.find(body.token, 'setup')
      const negotiation = { id: newId(), title: body.negotiationTitle, createdAt: nowIso() }
      await withNewAccount(link, body, async (account) => {
        const chair = newMember(account, { negotiationId: negotiation.id, role: 'chair', delegation: body.delegation })
        await chronicle(chair, { act: 'set-up', subject: negotiation.title, topic: 'people' }, (inside) => [
          inside.negotiations.create(negotiation),
          inside.members.add(chair),
        ])
      })
      setCookies(await sessionFor(body))
      return { negotiationId: negotiation.id }
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/invitations/look',
    body: invitationLookRequest,
    answer: invitationLook,
    reply: async ({ body }) => {
      const { link, inviter, negotiation } = await invitation(body.token, 'invitation')
      return { inviter: inviter.name, negotiationTitle: negotiation.title, role: link.role, delegation: link.delegation, expiresAt: link.expiresAt }
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/join',
    body: joinRequest,
    answer: arrived,
    reply: async ({ body, headers, setCookies }) => {
      const { link, negotiation } = await invitation(body.token, 'invitation')
      const place = { negotiationId: negotiation.id, role: link.role, delegation: link.delegation }
      if (body.account !== null) {
        await withNewAccount(link, body.account, (account) => join(account, place))
        setCookies(await sessionFor(body.account))
        return { negotiationId: negotiation.id }
      }
      const account = await identity.accountOf(headers)
      if (account === null) throw new Refused('not-signed-in', 'Sign in first, or make an account.')
      const memberships = await storage.members.ofUser(account.userId)
      if (memberships.some((member) => member.negotiationId === negotiation.id)) return { negotiationId: negotiation.id }
      await links.spend(link)
      try {
        await join(account, place)
      } catch (error) {
        await links.restore(link)
        throw error
      }
      return { negotiationId: negotiation.id }
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/second-drafter',
    body: secondDrafterRequest,
    answer: arrived,
    reply: async ({ body, setCookies }) => {
      const { link, negotiation } = await invitation(body.token, 'second-drafter')
      const person = { name: 'Second drafter', email: `second-drafter-${newId()}@travaux.invalid`, password: newToken() }
      const place = { negotiationId: negotiation.id, role: link.role, delegation: link.delegation }
      await withNewAccount(link, person, (account) => join(account, place))
      setCookies(await sessionFor(person))
      return { negotiationId: negotiation.id }
    },
  })
}
