import { Refused } from '#shared/kernel/index.ts'
import type { InvitationRow, InvitationStore } from '../storage/port.ts'
import { hashToken, newId, newToken } from './tokens.ts'

export type LinkKind = InvitationRow['kind']

/** What a new link opens, and for how long. `invitedBy` is the member who made it, '' for the program itself. */
export type LinkTerms = Pick<InvitationRow, 'kind' | 'negotiationId' | 'role' | 'delegation' | 'memberId' | 'invitedBy' | 'uses'> &
  Readonly<{ validMs: number }>

/** One-time links: invitations, the first start's, the second drafter's, resets. Only a token's hash is ever kept. */
export type Links = Readonly<{
  /** Draws a link that opens once its row is among the invitations. The token is in the answer and nowhere else. */
  draw(terms: LinkTerms): Readonly<{ row: InvitationRow; token: string }>
  /** Makes a link: draws it and keeps it. */
  issue(terms: LinkTerms): Promise<Readonly<{ row: InvitationRow; token: string }>>
  /** Makes the first start's link; one made before by this or an earlier process opens nothing any more. */
  issueSetup(): Promise<string>
  /**
   * The link behind a token, fit for use now. Refuses with `token-invalid`, `invitation-revoked`, `invitation-expired` or
   * `invitation-spent`.
   */
  find(token: string, kind: LinkKind): Promise<InvitationRow>
  /** Takes one use of it; refuses as `find` when none is to be had. */
  spend(row: InvitationRow): Promise<void>
  /** Gives a use back when what it was spent for came to nothing. */
  restore(row: InvitationRow): Promise<void>
}>

const SETUP_VALID_MS = 30 * 24 * 60 * 60 * 1000

export function openLinks({ invitations, now }: Readonly<{ invitations: InvitationStore; now: () => number }>): Links {
  /** Which link of the first start is this process's own (and so the only one that opens anything). */
  let setupId: string | null = null

  const draw: Links['draw'] = ({ validMs, ...terms }) => {
    const token = newToken()
    const row: InvitationRow = {
      ...terms,
      id: newId(),
      tokenHash: hashToken(token),
      usesLeft: terms.uses,
      createdAt: new Date(now()).toISOString(),
      expiresAt: new Date(now() + validMs).toISOString(),
      revokedAt: null,
    }
    return { row, token }
  }
  const issue: Links['issue'] = async (terms) => {
    const drawn = draw(terms)
    await invitations.add(drawn.row)
    return drawn
  }
  const refusalOf = (row: InvitationRow): Refused | null => {
    if (row.revokedAt !== null) return new Refused('invitation-revoked', 'This link was withdrawn. Ask for a new one.')
    if (row.usesLeft <= 0) return new Refused('invitation-spent', 'This link has been used. Ask for a new one.')
    if (Date.parse(row.expiresAt) <= now()) return new Refused('invitation-expired', 'This link has expired. Ask for a new one.')
    return null
  }
  return {
    draw,
    issue,
    async issueSetup() {
      const terms = { negotiationId: null, role: 'chair', delegation: '', memberId: null, invitedBy: '', uses: 1 } as const
      const { row, token } = await issue({ kind: 'setup', ...terms, validMs: SETUP_VALID_MS })
      setupId = row.id
      return token
    },
    async find(token, kind) {
      const row = await invitations.byHash(hashToken(token))
      if (row === null || row.kind !== kind || (kind === 'setup' && row.id !== setupId)) {
        throw new Refused('token-invalid', 'This link is not valid. Check that it was copied whole, or ask for a new one.')
      }
      const refusal = refusalOf(row)
      if (refusal !== null) throw refusal
      return row
    },
    async spend(row) {
      if (await invitations.spend(row.id, new Date(now()).toISOString())) return
      const after = await invitations.get(row.id)
      throw (after && refusalOf(after)) ?? new Refused('invitation-spent', 'This link has been used. Ask for a new one.')
    },
    restore: (row) => invitations.restore(row.id),
  }
}
