import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { FeedEvent } from '#shared/protocol/index.ts'
import { Refused, unreachable } from '#shared/kernel/index.ts'
import { api } from './api.ts'
import { AnswerUnknown } from './failure.ts'

/** Names of what is fetched, so that whoever learns of a change can say what is out of date. */
export const queryKeys = {
  session: () => ['session'] as const,
  desk: (negotiationId: string) => ['desk', negotiationId] as const,
  content: (textId: string) => ['content', textId] as const,
  threads: (textId: string) => ['threads', textId] as const,
  authorship: (textId: string) => ['authorship', textId] as const,
  dismissals: (textId: string) => ['dismissals', textId] as const,
  history: (textId: string) => ['history', textId] as const,
  comparison: (comparisonId: string) => ['comparison', comparisonId] as const,
}

/** What one goes on working with through a long time without a connection, however long nobody has looked at it. */
const KEPT = { gcTime: Infinity } as const

export const sessionQuery = () => queryOptions({ ...KEPT, queryKey: queryKeys.session(), queryFn: ({ signal }) => api.session(signal) })

/** Everything the desk shows; `useQuery(deskQuery(id))`. */
export const deskQuery = (negotiationId: string) =>
  queryOptions({ ...KEPT, queryKey: queryKeys.desk(negotiationId), queryFn: ({ signal }) => api.desk(negotiationId, signal) })

/** The wording of a text as it stands (`versionId` null) or of one of its versions. */
export const contentQuery = (textId: string, versionId: string | null) =>
  queryOptions({ ...(versionId === null ? KEPT : {}), queryKey: [...queryKeys.content(textId), versionId], queryFn: ({ signal }) => api.content(textId, versionId, signal) })

export const threadsQuery = (textId: string) =>
  queryOptions({ ...KEPT, queryKey: queryKeys.threads(textId), queryFn: ({ signal }) => api.threads(textId, signal) })

/** Who wrote the words of a live draft; out of date as soon as somebody types, so it is asked for anew when words are met that it lacks. */
export const authorshipQuery = (textId: string) =>
  queryOptions({ queryKey: queryKeys.authorship(textId), queryFn: ({ signal }) => api.authorship(textId, signal) })

export const dismissalsQuery = (textId: string) =>
  queryOptions({ queryKey: queryKeys.dismissals(textId), queryFn: ({ signal }) => api.dismissals(textId, signal) })

/** How a text came to read as it does. Whoever opens it gets it as it then is, and anew on asking. */
export const historyQuery = (textId: string) =>
  queryOptions({ queryKey: queryKeys.history(textId), queryFn: ({ signal }) => api.history(textId, signal), staleTime: 0 })

export const clauseHistoryQuery = (textId: string, clauseId: string) =>
  queryOptions({ queryKey: [...queryKeys.history(textId), 'clause', clauseId], queryFn: ({ signal }) => api.clauseHistory(textId, clauseId, signal), staleTime: 0 })

/** A text as it stood: what has passed stays as it is. */
export const pastQuery = (textId: string, seq: number) =>
  queryOptions({ queryKey: ['past', textId, seq], queryFn: ({ signal }) => api.past(textId, seq, signal), staleTime: Infinity })

/** What a comparison pins never changes; what is said of its matches does, and the feed tells. */
export const comparisonQuery = (comparisonId: string) =>
  queryOptions({ queryKey: queryKeys.comparison(comparisonId), queryFn: ({ signal }) => api.comparison(comparisonId, signal), staleTime: Infinity })

/** Nor does a pinned matrix. */
export const matrixQuery = (matrixId: string) =>
  queryOptions({ queryKey: ['matrix', matrixId], queryFn: ({ signal }) => api.matrix(matrixId, signal), staleTime: Infinity })

/** Refusals that pass by themselves; every other one is an answer, and asking again would get the same. */
const PASSING: readonly string[] = ['shutting-down', 'storage-failed', 'internal']

const mayPass = (failure: Error): boolean =>
  failure instanceof Refused ? PASSING.includes(failure.id) : !(failure instanceof AnswerUnknown)

/** The page's store of what was fetched. The feed says when it is out of date, so nothing is fetched by the clock. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (times, failure) => times < 2 && mayPass(failure), networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

/** Where the feed is read: of which negotiation, and whether what is shown is the page of a text. */
export type FeedReader = Readonly<{ negotiationId: string; isDrafting: boolean }>

/**
 * Marks as out of date what `event` touches, and fetches of it what is on the page. While somebody
 * `isDrafting`, new wording waits for `freshDesk`: it comes every two seconds and the page of a text shows nothing of it.
 */
export async function applyFeedEvent(queries: QueryClient, { negotiationId, isDrafting }: FeedReader, event: FeedEvent): Promise<void> {
  const desk = queryKeys.desk(negotiationId)
  if (event.topic === 'wording' && isDrafting) return queries.invalidateQueries({ queryKey: desk, refetchType: 'none' })
  const stale: (readonly unknown[])[] = [desk]
  switch (event.topic) {
    case 'threads':
      stale.push(event.textId === null ? ['threads'] : queryKeys.threads(event.textId))
      break
    case 'versions':
      stale.push(event.textId === null ? ['content'] : queryKeys.content(event.textId))
      break
    case 'rescue':
      stale.push(event.textId === null ? ['dismissals'] : queryKeys.dismissals(event.textId))
      break
    case 'comparisons':
      stale.push(['comparison'])
      break
    case 'people':
      stale.push(queryKeys.session())
      break
    case 'texts':
    case 'wording': // an open page has its words live; fetching them again while people type would be felt
    case 'chapters':
    case 'presence':
      break
    default:
      unreachable(event.topic)
  }
  await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
}

/** Fetches the desk anew if something has put it out of date meanwhile. */
export const freshDesk = (queries: QueryClient, negotiationId: string): Promise<void> =>
  queries.refetchQueries({ queryKey: queryKeys.desk(negotiationId), predicate: ({ state }) => state.isInvalidated })
