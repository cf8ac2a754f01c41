import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { comparisonQuery, compareInWorker } from '#client/platform/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'
import type { Comparison } from '#shared/compare/index.ts'
import { linesOf, type Line } from './lines.ts'

/** A pinned comparison, drawn up: what was compared, the result, and its rows with labels. */
export type DrawnComparison = Readonly<{ pinned: ComparisonView; comparison: Comparison; lines: readonly Line[] }>

export type ComparisonState =
  | Readonly<{ state: 'fetching' | 'comparing' }>
  | Readonly<{ state: 'failed'; failure: unknown }>
  | Readonly<{ state: 'ready'; drawn: DrawnComparison }>

/** Fetches what `comparisonId` pins and compares it in a worker, so that the page stays quick. */
export function useComparison(comparisonId: string): ComparisonState {
  const pinned = useQuery(comparisonQuery(comparisonId))
  const corrections = useMemo(() => pinned.data?.corrections.map(({ base, revised, verdict }) => ({ base, revised, verdict })) ?? [], [pinned.data?.corrections])
  const compared = useQuery({
    queryKey: ['compared', pinned.data?.base.contentHash, pinned.data?.revised.contentHash, corrections],
    placeholderData: keepPreviousData, // what is corrected stays on the page until the new matches are here
    enabled: pinned.data !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => {
      if (pinned.data === undefined) throw new Error('nothing is pinned yet')
      return compareInWorker({ base: sideOf(pinned.data.base), revised: sideOf(pinned.data.revised), corrections, signal })
    },
  })
  return useMemo(() => {
    const failure = pinned.error ?? compared.error
    if (failure !== null) return { state: 'failed', failure }
    if (pinned.data === undefined) return { state: 'fetching' }
    if (compared.data === undefined) return { state: 'comparing' }
    const lines = linesOf(compared.data, sideOf(pinned.data.base), sideOf(pinned.data.revised))
    return { state: 'ready', drawn: { pinned: pinned.data, comparison: compared.data, lines } }
  }, [pinned.data, pinned.error, compared.data, compared.error])
}

const sideOf = ({ text, held }: ComparisonView['base']) => ({ text, held: parseHeld(held) })
