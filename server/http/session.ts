import { resetAccessRequest, sessionView, signInRequest } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { may } from '#shared/rights/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'

/** Who is signed in; signing in and out; a new password by reset link. */
export function sessionRoutes(routes: Routes, { storage, identity, links, live }: HttpPorts, chronicle: Chronicle): void {
  routes.open({
    method: 'GET',
    path: '/api/session',
    body: null,
    answer: sessionView,
    reply: async ({ headers, setCookies }) => {
      const { account, cookies } = await identity.visit(headers)
      setCookies(cookies)
      if (account === null) return { setUp: await identity.hasAccounts(), account: null, memberships: [] }
      const members = await storage.members.ofUser(account.userId)
      const memberships = await Promise.all(
        members.map(async ({ id, negotiationId, role, delegation }) => {
          const negotiation = await storage.negotiations.get(negotiationId)
          return { memberId: id, negotiationId, title: negotiation?.title ?? '', role, delegation }
        }),
      )
      return { setUp: true, account: { id: account.userId, name: account.name, email: account.email }, memberships }
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/sign-in',
    body: signInRequest,
    answer: null,
    reply: async ({ body, ip, setCookies }) => {
      const { cookies } = await identity.signIn(body, ip)
      setCookies(cookies)
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/sign-out',
    body: null,
    answer: null,
    reply: async ({ headers, setCookies }) => {
      const account = await identity.accountOf(headers)
      setCookies(await identity.signOut(headers))
      // A socket outlives the cookie it came with; the person's other sessions connect anew by themselves.
      if (account !== null) live.endAccess(account.userId)
    },
  })

  routes.open({
    method: 'POST',
    path: '/api/reset-access',
    body: resetAccessRequest,
    answer: null,
    reply: async ({ body, setCookies }) => {
      const link = await links.find(body.token, 'reset')
      const member = link.memberId === null ? null : await storage.members.get(link.memberId)
      const account = member === null ? null : await identity.byId(member.userId)
      const maker = link.invitedBy === '' ? null : await storage.members.get(link.invitedBy)
      if (maker !== null && (maker.leftAt !== null || !may(maker, { do: 'reset-access' }))) {
        throw new Refused('invitation-revoked', 'Whoever made this link may no longer give it. Ask for a new one.')
      }
      if (member === null || account === null) throw new Refused('token-invalid', 'The account that this link was made for is gone.')
      await links.spend(link)
      try {
        await identity.resetPassword(account.userId, body.password)
      } catch (error) {
        await links.restore(link)
        throw error
      }
      live.endAccess(account.userId)
      await chronicle(member, { act: 'access-reset', subject: member.name, topic: 'people' })
      const { cookies } = await identity.enter({ email: account.email, password: body.password })
      setCookies(cookies)
    },
  })
}
