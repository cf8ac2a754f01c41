import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { authorshipQuery } from '#client/platform/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { WrittenClause } from '#shared/document/index.ts'
import { authorFinder, type Author } from '#shared/records/index.ts'
import { delegationsOf, sharesOf, spokenWords, type PresentAs, type Share, type Spoken, type Voice } from './voices.ts'

/** How words are drawn on the page. */
export type DrawnWords = Readonly<{ clauseId: ClauseId; from: number; to: number; colour: number; pattern: number; voice: number }>

/** The page whose words are shown by who wrote them. Each `on…` answers the way to stop. */
export type WrittenPage = Readonly<{
  written: () => readonly WrittenClause[]
  /** The Yjs client of the page itself. */
  ownClient: number
  presentAs: PresentAs
  onWords: (listener: () => void) => () => void
  caret: () => Readonly<{ clauseId: ClauseId; offset: number }> | null
  onCaret: (listener: () => void) => () => void
  onPointed: (listener: (voice: number | null) => void) => () => void
  mark: (words: readonly DrawnWords[]) => void
}>

/** While people type, the page is looked through again at most this often, in milliseconds. */
const LOOK_EVERY_MS = 300

/** How long after words were met that the table lacks it is asked for anew, in milliseconds. */
const ASK_AGAIN_MS = 3_000

export type AuthorshipShown = Readonly<{ spoken: Spoken; shares: readonly Share[]; failure: Error | null; retry: () => void }>

const NOBODY: readonly Author[] = []

/** In whose name the page's own words are written. */
export type Own = Readonly<{ name: string; delegation: string }>

/** Who wrote which words of `page` now, drawn on it; null until it is known. */
export function useAuthorship({ textId, page, own }: Readonly<{ textId: string; page: WrittenPage; own: Own }>): AuthorshipShown | null {
  const presentAs = useCallback<PresentAs>((client) => (client === page.ownClient ? own : page.presentAs(client)), [page, own])
  const [written, setWritten] = useState(page.written)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      setWritten(page.written())
    }
    const stop = page.onWords(() => (timer ??= setTimeout(look, LOOK_EVERY_MS)))
    look()
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [page])
  const { data, error, refetch } = useQuery({
    ...authorshipQuery(textId),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && spokenWords(written, authorFinder(state.data), presentAs).lacks ? ASK_AGAIN_MS : false),
  })
  const shown = useMemo(() => {
    const spoken = spokenWords(written, data === undefined ? () => null : authorFinder(data), presentAs)
    return { spoken, shares: sharesOf(spoken, delegationsOf(data?.authors ?? NOBODY, spoken.voices)) }
  }, [written, data, presentAs])
  const isKnown = data !== undefined
  useEffect(() => {
    if (isKnown) page.mark(drawn(shown))
  }, [page, shown, isKnown])
  useEffect(() => () => page.mark([]), [page])
  return isKnown || error !== null ? { ...shown, failure: error, retry: () => void refetch() } : null
}

/** What was brought in with the text stays plain, so that what was written since stands out. */
function drawn({ spoken: { voices, words }, shares }: Readonly<{ spoken: Spoken; shares: readonly Share[] }>): readonly DrawnWords[] {
  const styles = new Map(shares.filter(({ brought }) => !brought).map((share) => [share.delegation, share]))
  const styleOf = (voice: Voice | undefined): Share | null => (voice === undefined || voice.brought ? null : (styles.get(voice.delegation) ?? null))
  return words.flatMap((one) => {
    const style = styleOf(voices[one.voice])
    return style === null ? [] : [{ ...one, colour: style.colour, pattern: style.pattern }]
  })
}
