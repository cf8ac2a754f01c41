import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contentQuery, termsInWorker } from '#client/platform/index.ts'
import type { TextView } from '#shared/api/index.ts'
import { citationsOf, labelsOf, parseHeld, type ClauseId, type ClauseText } from '#shared/clauses/index.ts'
import type { TermTable } from '#shared/terms/index.ts'

/** A text of the table: its clauses as they are cited, and their words. */
export type Column = Readonly<{ id: string; title: string; text: ClauseText; citations: ReadonlyMap<ClauseId, string>; words: ReadonlyMap<ClauseId, string> }>

export type TermsState =
  | Readonly<{ state: 'fetching' | 'working' }>
  | Readonly<{ state: 'failed'; failure: Error; retry: () => void }>
  | Readonly<{ state: 'ready'; table: TermTable; columns: readonly Column[] }>

/** Fetches `texts` as they now stand and has their table of terms made in a worker. */
export function useTerms(texts: readonly TextView[]): TermsState {
  const contents = useQueries({ queries: texts.map(({ id }) => ({ ...contentQuery(id, null), staleTime: 0 })) })
  const all = contents.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const isFetched = all.length === texts.length
  const table = useQuery({
    queryKey: ['terms', ...all.map(({ contentHash }) => contentHash)],
    enabled: isFetched,
    staleTime: Infinity,
    queryFn: async ({ signal }) => ({
      table: await termsInWorker({ texts: all.map(({ text }) => text), signal }),
      columns: texts.flatMap(({ id, title }, i): Column[] => {
        const content = all[i]
        if (content === undefined) return []
        const { text, held } = content
        return [{ id, title, text, citations: citationsOf(text.clauses, labelsOf(text.clauses, text.settings, parseHeld(held))), words: new Map(text.clauses.map((clause) => [clause.id, clause.text])) }]
      }),
    }),
  })
  const failed = contents.find(({ error }) => error !== null)
  const failure = failed?.error ?? table.error
  return useMemo(() => {
    if (failure !== null) return { state: 'failed', failure, retry: () => void (failed ?? table).refetch() }
    if (table.data !== undefined) return { state: 'ready', ...table.data }
    return { state: isFetched ? 'working' : 'fetching' }
  }, [failure, failed, table, isFetched])
}
