import type { Awareness } from 'y-protocols/awareness'
import type { PresentMember } from '#shared/protocol/index.ts'

/** What the server wrote into an awareness entry about whoever stands behind it; null when it is not there (yet). */
export function presentMember(state: unknown): PresentMember | null {
  if (typeof state !== 'object' || state === null || !('user' in state)) return null
  const { user } = state
  if (typeof user !== 'object' || user === null) return null
  const { memberId, name, delegation, colour } = user as Readonly<Record<string, unknown>>
  if (typeof memberId !== 'string' || typeof name !== 'string' || typeof delegation !== 'string' || typeof colour !== 'number') return null
  return { memberId, name, delegation, colour }
}

/** Everybody else who has the text open, each member once, however many windows they have. */
export function othersHere(awareness: Awareness, ownMemberId: string): readonly PresentMember[] {
  const members = new Map<string, PresentMember>()
  for (const [client, state] of awareness.getStates()) {
    const member = client === awareness.clientID ? null : presentMember(state)
    if (member !== null && member.memberId !== ownMemberId) members.set(member.memberId, member)
  }
  return [...members.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
