import { expect, test } from 'vitest'
import { stateOf } from '#client/features/people/invitation-state.ts'
import type { InvitationView } from '#shared/api/index.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const open: InvitationView = { id: 'i', role: 'drafter', delegation: 'A', uses: 2, usesLeft: 1, expiresAt: '2026-11-24T12:00:00Z', revoked: false, invitedBy: 'B' }

test.each([
  ['open', {}],
  ['expired', { expiresAt: '2026-11-23T12:00:00Z' }],
  ['spent', { usesLeft: 0, expiresAt: '2026-11-01T12:00:00Z' }],
  ['revoked', { revoked: true, usesLeft: 0 }],
] as const)('an invitation is %s', (state, facts) => {
  expect(stateOf({ ...open, ...facts }, now)).toBe(state)
})
