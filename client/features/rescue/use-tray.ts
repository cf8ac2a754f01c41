import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { authorshipQuery, dismissalsQuery } from '#client/platform/index.ts'
import type { RescuedPassage } from '#shared/document/index.ts'
import { authorFinder, type FindAuthor } from '#shared/records/index.ts'
import { authorsOf, sortTray, type Tray } from './tray.ts'

/** Where the rescued words of the page come from. */
export type PassageSource = Readonly<{ passages: () => readonly RescuedPassage[]; onPassages: (listener: () => void) => () => void }>

/** How long the draft rests before the tray is looked through again, in milliseconds. */
const RESTS_MS = 200

/** The log holds words before anybody is sent them; only one's own are asked for in vain until they are stored. */
const ASK_AGAIN_MS = 2_000

function usePassages({ passages, onPassages }: PassageSource): readonly RescuedPassage[] {
  const [now, setNow] = useState(passages)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      setNow(passages())
    }
    look()
    const stop = onPassages(() => (timer ??= setTimeout(look, RESTS_MS)))
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [passages, onPassages])
  return now
}

/** The tray of `textId`; null until it is known what was dismissed, so that nothing is cried out that somebody had settled. */
export function useTray(textId: string, source: PassageSource): Tray | null {
  const passages = usePassages(source)
  const dismissals = useQuery({ ...dismissalsQuery(textId), enabled: passages.length > 0 })
  return useMemo(() => {
    if (passages.length === 0) return { open: [], dismissed: [] }
    if (dismissals.isPending) return null
    // What cannot be asked is shown rather than hidden.
    return sortTray(passages, dismissals.data?.dismissals ?? [])
  }, [passages, dismissals.isPending, dismissals.data])
}

const nobody: FindAuthor = () => null

/** Finds who wrote the words of `tray`, asking again while somebody is missing. */
export function useAuthors(textId: string, tray: Tray | null): FindAuthor {
  const all = useMemo(() => [...(tray?.open ?? []), ...(tray?.dismissed.map(({ passage }) => passage) ?? [])], [tray])
  const { data } = useQuery({
    ...authorshipQuery(textId),
    enabled: all.length > 0,
    refetchInterval: ({ state }) => (lacks(all, state.data === undefined ? nobody : authorFinder(state.data)) ? ASK_AGAIN_MS : false),
  })
  return useMemo(() => (data === undefined ? nobody : authorFinder(data)), [data])
}

const lacks = (passages: readonly RescuedPassage[], find: FindAuthor): boolean =>
  passages.some((passage) => authorsOf(passage, find).includes(null) || (passage.removedBy !== null && find(passage.removedBy.client, passage.removedBy.clock) === null))
