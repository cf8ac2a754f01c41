import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { comparisonQuery, compareInWorker } from '#client/platform/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'
import type { Comparison, Progress } from '#shared/compare/index.ts'
import { linesOf, type Line } from './lines.ts'

/** A pinned comparison, drawn up: what was compared, the result, and its rows with labels. */
export type DrawnComparison = Readonly<{ pinned: ComparisonView; comparison: Comparison; lines: readonly Line[] }>

/** `progress` is null until the first word of it; `stopped`: a person cancelled, and may start `again`. */
export type ComparisonState =
  | Readonly<{ state: 'fetching' }>
  | Readonly<{ state: 'comparing'; progress: Progress | null; cancel: () => void }>
  | Readonly<{ state: 'stopped'; again: () => void }>
  | Readonly<{ state: 'failed'; failure: unknown }>
  | Readonly<{ state: 'ready'; drawn: DrawnComparison }>

/** Fetches what `comparisonId` pins and compares it in a worker, so that the page stays quick. */
export function useComparison(comparisonId: string): ComparisonState {
  const pinned = useQuery(comparisonQuery(comparisonId))
  const [progress, setProgress] = useState<Progress | null>(null)
  const queries = useQueryClient()
  const corrections = useMemo(() => pinned.data?.corrections.map(({ base, revised, verdict }) => ({ base, revised, verdict })) ?? [], [pinned.data?.corrections])
  const queryKey = useMemo(() => ['compared', pinned.data?.base.contentHash, pinned.data?.revised.contentHash, corrections], [pinned.data, corrections])
  const compared = useQuery({
    queryKey,
    placeholderData: keepPreviousData, // what is corrected stays on the page until the new matches are here
    enabled: pinned.data !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => {
      if (pinned.data === undefined) throw new Error('nothing is pinned yet')
      return compareInWorker({ base: sideOf(pinned.data.base), revised: sideOf(pinned.data.revised), corrections, signal, onProgress: setProgress })
    },
  })
  const { refetch } = compared
  const cancel = useCallback(() => {
    setProgress(null)
    void queries.cancelQueries({ queryKey })
  }, [queries, queryKey])
  const again = useCallback(() => void refetch(), [refetch])
  const isStopped = compared.fetchStatus === 'idle'
  // Apart from how far the next comparison is: the lines of a long text are not drawn up for each word of that.
  const drawn = useMemo(
    () =>
      pinned.data === undefined || compared.data === undefined
        ? null
        : { pinned: pinned.data, comparison: compared.data, lines: linesOf(compared.data, sideOf(pinned.data.base), sideOf(pinned.data.revised)) },
    [pinned.data, compared.data],
  )
  const failure = pinned.error ?? compared.error
  if (failure !== null) return { state: 'failed', failure }
  if (drawn !== null) return { state: 'ready', drawn }
  if (pinned.data === undefined) return { state: 'fetching' }
  return isStopped ? { state: 'stopped', again } : { state: 'comparing', progress, cancel }
}

const sideOf = ({ text, held }: ComparisonView['base']) => ({ text, held: parseHeld(held) })
