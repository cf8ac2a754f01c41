import type { QueryClient } from '@tanstack/react-query'
import { contentQuery, deskQuery, sessionQuery, threadsQuery } from '#client/platform/index.ts'

const NEGOTIATION = /^\/n\/(?<negotiationId>[^/]+)(?:\/t\/(?<textId>[^/]+))?\/?$/

/**
 * Fetches what the screen at `path` will ask for, all at once: the screens themselves ask one after the other, each when the one
 * around it stands. A failure is met again, and shown, by the screen that needs what did not come.
 */
export function fetchAhead(queries: QueryClient, path: string): void {
  const { negotiationId, textId } = NEGOTIATION.exec(path)?.groups ?? {}
  if (negotiationId === undefined) return
  const ahead: Promise<unknown>[] = [queries.prefetchQuery(sessionQuery()), queries.prefetchQuery(deskQuery(negotiationId))]
  if (textId !== undefined) ahead.push(import('./DraftingPage.tsx'), queries.prefetchQuery(contentQuery(textId, null)), queries.prefetchQuery(threadsQuery(textId)))
  void Promise.allSettled(ahead)
}
