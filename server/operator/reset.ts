import type { Chronicle } from '#server/http/index.ts'
import type { Identity, Links } from '#server/identity/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Answer } from './door.ts'

const VALID_MS = 24 * 60 * 60 * 1000

/**
 * Makes a reset link below the address `base` for the account of an e-mail address, on the operator's word, and notes it in the journal. Refuses with
 * `not-found` when there is no such account, or it is in no negotiation.
 */
export async function resetLinkFor(
  email: string,
  {
    base,
    identity,
    members,
    links,
    chronicle,
  }: Readonly<{ base: string; identity: Identity; members: Storage['members']; links: Links; chronicle: Chronicle }>,
): Promise<Answer> {
  const account = await identity.byEmail(email)
  if (account === null) throw new Refused('not-found', `There is no account with the e-mail address ${email}. Check the spelling.`)
  const [member] = await members.ofUser(account.userId)
  if (member === undefined) throw new Refused('not-found', `${account.name} is in no negotiation, so there is nothing to come back to. Invite them anew.`)
  const { row, token } = links.draw({
    kind: 'reset',
    negotiationId: member.negotiationId,
    role: member.role,
    delegation: member.delegation,
    memberId: member.id,
    invitedBy: '',
    uses: 1,
    validMs: VALID_MS,
  })
  const operator = { id: '', negotiationId: member.negotiationId, name: 'travaux reset-access', delegation: '' }
  await chronicle(operator, { act: 'reset-link-made', subject: member.name, topic: 'people' }, (inside) => [inside.invitations.add(row)])
  return { link: `${base}/reset#${token}`, expiresAt: row.expiresAt }
}
