import type { QueryClient } from '@tanstack/react-query'
import { joinAhead } from '#client/features/room/index.ts'
import { deskQuery, liveAddress, sessionQuery } from '#client/platform/index.ts'

const NEGOTIATION = /^\/n\/(?<negotiationId>[^/]+)(?:\/t\/(?<textId>[^/]+))?\/?$/

/**
 * Fetches what the screen at `path` will ask for, all at once, and joins the room of its text: the screens themselves ask one after
 * the other, each when the one around it stands. A failure is met again, and shown, by the screen that needs what did not come.
 */
export async function fetchAhead(queries: QueryClient, path: string, join: typeof joinAhead = joinAhead): Promise<void> {
  const { negotiationId, textId } = NEGOTIATION.exec(path)?.groups ?? {}
  if (negotiationId === undefined) return
  const enter = async (): Promise<void> => {
    const { account, memberships } = await queries.fetchQuery(sessionQuery())
    const memberId = memberships.find((membership) => membership.negotiationId === negotiationId)?.memberId
    if (textId !== undefined && account !== null && memberId !== undefined) join({ liveUrl: liveAddress(''), textId, memberId, accountId: account.id })
  }
  await Promise.allSettled([enter(), queries.prefetchQuery(deskQuery(negotiationId))])
}
