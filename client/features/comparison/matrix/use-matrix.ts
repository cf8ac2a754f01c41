import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { compareInTurn } from '#client/platform/index.ts'
import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import { matrixOf, pairRowsOf, type Matrix, type PairLookup, type PairRow } from '#shared/compare/index.ts'

/** A text of a matrix; `version`: which, in words. */
export type MatrixText = Readonly<{ title: string; version: string; contentHash: string; text: ClauseText; held: HeldNumbers | null }>

/** The comparisons of all pairs of texts, as far as they are there. */
export type Pairs = Readonly<{ lookup: PairLookup; done: number; of: number; failure: Error | null; again: () => void }>

/**
 * Compares every pair of `texts` once, in workers, those with text `first` before the others. Whichever text is the base,
 * all pairs are the same, so that another base asks for nothing. Of each comparison what the matrix needs is kept.
 */
export function usePairs(texts: readonly MatrixText[], first: number): Pairs {
  const wanted = useMemo(() => pairsOf(texts.length, first), [texts.length, first])
  const combine = useCallback(
    (results: readonly Readonly<{ data: readonly PairRow[] | undefined; error: Error | null; refetch: () => Promise<unknown> }>[]) => {
      const found = new Map<string, readonly PairRow[]>()
      for (const [at, { data }] of results.entries()) if (data !== undefined) found.set(String(wanted[at]), data)
      const again = () => void Promise.all(results.flatMap(({ error, refetch }) => (error === null ? [] : [refetch()])))
      const failure = results.find(({ error }) => error !== null)?.error ?? null
      return { lookup: (one: number, other: number) => found.get(String([one, other])) ?? null, done: found.size, of: wanted.length, failure, again }
    },
    [wanted],
  )
  return useQueries({
    queries: wanted.map(([one, other]) => {
      const [base, revised] = [texts[one], texts[other]]
      return {
        queryKey: ['pair', base?.contentHash, revised?.contentHash],
        staleTime: Infinity,
        queryFn: async ({ signal }: Readonly<{ signal: AbortSignal }>) => {
          if (base === undefined || revised === undefined) throw new Error(`no texts ${one} and ${other}`)
          return pairRowsOf(await compareInTurn({ base: sideOf(base), revised: sideOf(revised), corrections: [], signal }))
        },
      }
    }),
    combine,
  })
}

const sideOf = ({ text, held }: MatrixText) => ({ text, held })

type Pair = readonly [number, number]

/** Every pair of so many texts, the smaller index first; those that `first` is in stand before the others. */
export function pairsOf(count: number, first: number): readonly Pair[] {
  const pairs = Array.from({ length: count }, (_, one) => Array.from({ length: count - one - 1 }, (__, step): Pair => [one, one + step + 1])).flat()
  return pairs.toSorted((left, right) => Number(right.includes(first)) - Number(left.includes(first)))
}

/** The matrix as `base` has it. */
export function useMatrix(texts: readonly MatrixText[], base: number, lookup: PairLookup): Matrix {
  return useMemo(() => matrixOf(texts.map(({ text }) => text.clauses), base, lookup), [texts, base, lookup])
}
