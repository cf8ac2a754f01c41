import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { FEED_PREFIX, LIVE_PATH, textOfRoom, type PresentMember } from '#shared/protocol/index.ts'
import { may } from '#shared/rights/index.ts'
import type { MemberRow, Storage, TextRow } from '#server/storage/port.ts'
import type { Account } from './ports.ts'

/** What somebody who asks for a socket gets. */
export type Access =
  | Readonly<{ to: 'draft'; account: Account; member: MemberRow; textId: string; canEdit: boolean }>
  | Readonly<{ to: 'feed'; account: Account; member: MemberRow }>

/** Where a request for a socket wants to go, from its path and query; null for what is no place. */
export type Place = Readonly<{ to: 'draft'; textId: string; schema: string | null }> | Readonly<{ to: 'feed'; negotiationId: string }>

const FEED = /^[0-9a-z]{1,40}$/

export function placeOf(target: string): Place | null {
  if (!URL.canParse(target, 'http://host')) return null
  const { pathname, searchParams } = new URL(target, 'http://host')
  if (!pathname.startsWith(`${LIVE_PATH}/`)) return null
  const room = pathname.slice(LIVE_PATH.length + 1)
  const textId = textOfRoom(room)
  if (textId !== null) return { to: 'draft', textId, schema: searchParams.get('schema') }
  const negotiationId = room.startsWith(FEED_PREFIX) ? room.slice(FEED_PREFIX.length) : ''
  return FEED.test(negotiationId) ? { to: 'feed', negotiationId } : null
}

/**
 * What `account` may have at `place`, by the table of rights. Throws `Refused`: `not-signed-in`, `not-found` (also for a text that
 * must not be known to exist), `not-a-member`, `client-outdated`.
 */
export async function accessTo(place: Place | null, account: Account | null, storage: Storage): Promise<Access> {
  if (account === null) throw new Refused('not-signed-in')
  if (place === null) throw new Refused('not-found')
  const memberships = await storage.members.ofUser(account.userId)
  if (place.to === 'feed') return { to: 'feed', account, member: memberIn(memberships, place.negotiationId) }
  const text = await storage.texts.get(place.textId)
  if (text === null) throw new Refused('not-found')
  const member = memberIn(memberships, text.negotiationId)
  if (!mayRead(member, text)) throw new Refused('not-found')
  // A client of another schema would delete from the shared draft what it does not know, merely by opening it.
  if (place.schema !== String(SCHEMA_VERSION)) throw new Refused('client-outdated')
  return { to: 'draft', account, member, textId: text.id, canEdit: may(member, { do: 'edit-text', text }) }
}

export const mayRead = (member: MemberRow, text: TextRow): boolean => may(member, { do: 'read-text', text })

function memberIn(memberships: readonly MemberRow[], negotiationId: string): MemberRow {
  const member = memberships.find((row) => row.negotiationId === negotiationId)
  if (member === undefined) throw new Refused('not-a-member')
  return member
}

/** Carets come in this many colours. */
const COLOURS = 12

/** What the others are told of a member; the colour follows from the member's id, so it is the same in every room. */
export function presentMember({ id, name, delegation }: MemberRow): PresentMember {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9_973
  return { memberId: id, name, delegation, colour: hash % COLOURS }
}
