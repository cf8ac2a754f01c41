import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { api, deskQuery, queryKeys } from '#client/platform/index.ts'
import type { ComparisonView, CorrectRequest } from '#shared/api/index.ts'
import { may } from '#shared/rights/index.ts'
import type { Line } from './lines.ts'

export type StandingCorrection = ComparisonView['corrections'][number]

/** What people may say of the matches of the comparison on the page. `chosen`: the line whose match is being corrected. */
export type Corrections = Readonly<{
  mayCorrect: boolean
  standing: readonly StandingCorrection[]
  chosen: Line | null
  choose: (line: Line | null) => void
  say: (said: CorrectRequest) => void
  failure: Error | null
  isSaying: boolean
}>

const NONE: Corrections = { mayCorrect: false, standing: [], chosen: null, choose: () => undefined, say: () => undefined, failure: null, isSaying: false }

/** Reaches every row without being handed through every view. */
export const CorrectionsContext = createContext<Corrections>(NONE)

export const useCorrections = (): Corrections => useContext(CorrectionsContext)

/** The corrections of a comparison: for everybody who opens its link, and used again when the same texts are next compared. */
export function useComparisonCorrections({ id, negotiationId, corrections: standing }: ComparisonView): Corrections {
  const queries = useQueryClient()
  const me = useQuery(deskQuery(negotiationId)).data?.me
  const [chosen, choose] = useState<Line | null>(null)
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (said: CorrectRequest) => api.correctMatch(id, said),
    onSuccess: () => {
      choose(null)
      return queries.invalidateQueries({ queryKey: queryKeys.comparison(id) })
    },
  })
  const open = useCallback(
    (line: Line | null) => {
      reset()
      choose(line)
    },
    [reset],
  )
  const mayCorrect = me !== undefined && may(me, { do: 'correct-match' })
  return useMemo(() => ({ mayCorrect, standing, chosen, choose: open, say: mutate, failure: error, isSaying: isPending }), [mayCorrect, standing, chosen, open, mutate, error, isPending])
}
