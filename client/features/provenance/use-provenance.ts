import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contentQuery, provenanceInWorker } from '#client/platform/index.ts'
import type { ContentView, TextView } from '#shared/api/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import type { Instrument, Provenance } from '#shared/provenance/index.ts'

/** An instrument of the library, as the screen names it. */
export type Source = Readonly<{ id: string; title: string; instrument: Instrument }>

/** Where the words of a text come from, found. */
export type Found = Readonly<{ instrument: Instrument; sources: readonly Source[]; provenance: Provenance }>

export type ProvenanceState =
  | Readonly<{ state: 'fetching' | 'working' }>
  | Readonly<{ state: 'failed'; failure: Error; retry: () => void }>
  | Readonly<{ state: 'ready'; found: Found }>

const instrumentOf = ({ text, held }: ContentView): Instrument => ({ text, held: parseHeld(held) })

/** Fetches a text as it now stands and the instruments of `library`, and seeks its words in a worker. */
export function useProvenance(text: TextView, library: readonly TextView[]): ProvenanceState {
  const contents = useQueries({ queries: [text, ...library].map(({ id }) => ({ ...contentQuery(id, null), staleTime: 0 })) })
  const all = contents.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const isFetched = all.length === contents.length
  const found = useQuery({
    queryKey: ['provenance', ...all.map(({ contentHash }) => contentHash)],
    enabled: isFetched,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Found> => {
      const [instrument, ...others] = all.map(instrumentOf)
      if (instrument === undefined) throw new Error('nothing was fetched')
      const sources = library.flatMap(({ id, title }, i) => {
        const other = others[i]
        return other === undefined ? [] : [{ id, title, instrument: other }]
      })
      return { instrument, sources, provenance: await provenanceInWorker({ text: instrument, library: others, signal }) }
    },
  })
  const failed = contents.find(({ error }) => error !== null)
  const failure = failed?.error ?? found.error
  return useMemo(() => {
    if (failure !== null) return { state: 'failed', failure, retry: () => void (failed ?? found).refetch() }
    if (found.data !== undefined) return { state: 'ready', found: found.data }
    return { state: isFetched ? 'working' : 'fetching' }
  }, [failure, failed, found, isFetched])
}
