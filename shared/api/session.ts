import { z } from 'zod'
import { ROLES } from '#shared/rights/index.ts'
import { emailField, nameField, passwordField, tokenField } from './fields.ts'

/** POST /api/setup — spends the one-time link of the first start: makes the chair's account and the negotiation. */
export const setupRequest = z.object({
  token: tokenField,
  name: nameField,
  email: emailField,
  password: passwordField,
  delegation: nameField,
  negotiationTitle: nameField,
})

/** POST /api/sign-in. POST /api/sign-out takes no body. */
export const signInRequest = z.object({ email: emailField, password: z.string().min(1).max(200) })

/** POST /api/invitations/look — what an invitation offers, before it is taken; the token stays out of every address. */
export const invitationLookRequest = z.object({ token: tokenField })
export const invitationLook = z.object({
  inviter: z.string(),
  negotiationTitle: z.string(),
  role: z.enum(ROLES),
  delegation: z.string(),
  expiresAt: z.string(),
})

/** POST /api/join — takes an invitation: with `account` a new account is made, without it the signed-in one joins. */
export const joinRequest = z.object({
  token: tokenField,
  account: z.object({ name: nameField, email: emailField, password: passwordField }).nullable(),
})
/** Answer of setup, join and second-drafter: where to go. */
export const arrived = z.object({ negotiationId: z.string() })

/** POST /api/second-drafter — the sample's link that lets somebody alone see live drafting: a passing account, signed in at once. */
export const secondDrafterRequest = z.object({ token: tokenField })

/** POST /api/reset-access — spends a reset link that the chair or the command line made. */
export const resetAccessRequest = z.object({ token: tokenField, password: passwordField })

/** GET /api/session — who is signed in, and whether the first account exists. */
export const sessionView = z.object({
  setUp: z.boolean(),
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  memberships: z.array(
    z.object({
      memberId: z.string(),
      negotiationId: z.string(),
      title: z.string(),
      role: z.enum(ROLES),
      delegation: z.string(),
    }),
  ),
})

export type SetupRequest = z.infer<typeof setupRequest>
export type SignInRequest = z.infer<typeof signInRequest>
export type InvitationLook = z.infer<typeof invitationLook>
export type JoinRequest = z.infer<typeof joinRequest>
export type Arrived = z.infer<typeof arrived>
export type ResetAccessRequest = z.infer<typeof resetAccessRequest>
export type SessionView = z.infer<typeof sessionView>
