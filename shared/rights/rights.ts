import { unreachable } from '#shared/kernel/index.ts'
import type { Role, TextKind } from './roles.ts'

/** Who acts: a member of the negotiation that the subject of the act belongs to. */
export type Actor = Readonly<{ role: Role; delegation: string }>

/** What of a text decides who may do what with it. `delegation` is the owner's, for private drafts. */
export type TextFacts = Readonly<{ kind: TextKind; delegation: string }>

/** Everything that somebody may or may not do. */
export type Act =
  | Readonly<{ do: 'read-text' | 'read-history' | 'edit-text' | 'restore-text' | 'annotate' | 'issue-version' | 'renumber' | 'freeze' | 'describe-text'; text: TextFacts }>
  | Readonly<{ do: 'bring-in'; kind: TextKind; delegation: string }>
  | Readonly<{ do: 'invite'; role: Role }>
  | Readonly<{ do: 'change-member'; from: Role; to: Role }>
  | Readonly<{ do: 'set-deadlines' | 'start-sample' | 'compare' | 'correct-match' | 'see-people' | 'see-invitations' | 'reset-access' }>

/** The roles an inviter of each role can give: never more than the inviter has (RT3). */
const CAN_GIVE: Readonly<Record<Role, readonly Role[]>> = {
  chair: ['chair', 'secretariat', 'drafter', 'delegate', 'reviewer', 'reader'],
  secretariat: ['drafter', 'delegate', 'reviewer', 'reader'],
  drafter: [],
  delegate: [],
  reviewer: [],
  reader: [],
}

const officers: readonly Role[] = ['chair', 'secretariat']
const negotiators: readonly Role[] = ['chair', 'secretariat', 'drafter', 'delegate']

/**
 * Whether `actor` may do `act`. The one table of rights: HTTP, websocket and screen all ask it (rules RT1–RT12 in SPEC.md).
 */
export function may(actor: Actor, act: Act): boolean {
  switch (act.do) {
    case 'read-text':
    case 'read-history':
      return mayRead(actor, act.text)
    case 'edit-text':
      return mayRead(actor, act.text) && mayEdit(actor, act.text.kind)
    case 'restore-text':
      return mayRead(actor, act.text) && mayEdit(actor, act.text.kind) && (officers.includes(actor.role) || ownsPrivate(actor, act.text))
    case 'annotate':
      return mayRead(actor, act.text) && actor.role !== 'reader'
    case 'issue-version':
    case 'describe-text':
      return mayRead(actor, act.text) && (officers.includes(actor.role) || ownsPrivate(actor, act.text))
    case 'renumber':
      return mayRead(actor, act.text) && (actor.role === 'chair' || ownsPrivate(actor, act.text))
    case 'freeze':
      // What nobody edits needs no freezing.
      return mayRead(actor, act.text) && act.text.kind !== 'reference' && (actor.role === 'chair' || ownsPrivate(actor, act.text))
    case 'bring-in':
      return mayBringIn(actor, act.kind, act.delegation)
    case 'invite':
      return CAN_GIVE[actor.role].includes(act.role)
    case 'change-member':
      return CAN_GIVE[actor.role].includes(act.from) && CAN_GIVE[actor.role].includes(act.to)
    case 'set-deadlines':
    case 'see-invitations':
      return officers.includes(actor.role)
    case 'start-sample':
    case 'reset-access':
      return actor.role === 'chair'
    case 'correct-match':
      return negotiators.includes(actor.role)
    case 'compare':
    case 'see-people':
      return true
    default:
      return unreachable(act)
  }
}

const ownsPrivate = (actor: Actor, text: TextFacts): boolean =>
  text.kind === 'private' && text.delegation === actor.delegation && negotiators.includes(actor.role)

const mayRead = (actor: Actor, text: TextFacts): boolean => text.kind !== 'private' || ownsPrivate(actor, text)

function mayEdit(actor: Actor, kind: TextKind): boolean {
  switch (kind) {
    case 'rolling':
      return officers.includes(actor.role) || actor.role === 'drafter'
    case 'submitted':
      return officers.includes(actor.role)
    case 'reference':
      return false
    case 'private':
      return negotiators.includes(actor.role)
    default:
      return unreachable(kind)
  }
}

function mayBringIn(actor: Actor, kind: TextKind, delegation: string): boolean {
  switch (kind) {
    case 'rolling':
      return officers.includes(actor.role)
    case 'reference':
      return officers.includes(actor.role) || actor.role === 'drafter'
    case 'submitted':
    case 'private':
      return officers.includes(actor.role)
        ? kind === 'submitted' || delegation === actor.delegation
        : negotiators.includes(actor.role) && delegation === actor.delegation
    default:
      return unreachable(kind)
  }
}
