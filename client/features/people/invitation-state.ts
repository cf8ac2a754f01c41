import type { InvitationView } from '#shared/api/index.ts'

/** Why an invitation no longer works, or that it does; what somebody decided comes before what time did. */
export function stateOf({ revoked, usesLeft, expiresAt }: InvitationView, nowMs: number): 'open' | 'revoked' | 'spent' | 'expired' {
  if (revoked) return 'revoked'
  if (usesLeft === 0) return 'spent'
  return Date.parse(expiresAt) <= nowMs ? 'expired' : 'open'
}
