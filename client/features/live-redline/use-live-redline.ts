import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contentQuery, isGap, openLiveComparison, type LiveChange, type LiveFound, type LiveMark } from '#client/platform/index.ts'
import type { TextRef } from '#shared/api/index.ts'
import { parseHeld, type Clause, type ClauseId, type HeldNumbers, type LabelSettings } from '#shared/clauses/index.ts'
import type { RedlineRun } from '#shared/compare/index.ts'
import { gapLine, noteOf } from './words.ts'

type Spot = Readonly<{ clauseId: ClauseId; offset: number }>

/** How the page draws: a clause's redline with the note in its margin, a line for what is gone, null for nothing any longer. */
type Drawn = Readonly<{ id: ClauseId; text: string; runs: readonly RedlineRun[]; note: string }> | Readonly<{ after: ClauseId | null; summary: string; text: string }>

/** The page whose redline is shown. `onWords` answers the way to stop. */
export type RedlinedPage = Readonly<{
  clauses: () => readonly Clause[]
  onWords: (listener: () => void) => () => void
  labelOf: (id: ClauseId) => string
  caret: () => Spot | null
  show: (spot: Spot) => void
  draw: (marks: ReadonlyMap<string, Drawn | null>) => void
  clear: () => void
}>

/** How the text of the page is labelled. */
export type Labelling = Readonly<{ settings: LabelSettings; held: HeldNumbers | null }>

export type LiveRedline =
  | Readonly<{ state: 'fetching' | 'comparing' }>
  | Readonly<{ state: 'failed'; failure: Error }>
  | Readonly<{ state: 'shown'; count: number; substance: number }>

/**
 * The worker is told when the text has rested so long, or at the latest so long after a change; in milliseconds. To draw a
 * result takes about as long as a key, so it waits for a pause.
 */
const RESTS_MS = 250
const TOLD_WITHIN_MS = 2_000

const COMPARING: LiveRedline = { state: 'comparing' }

/**
 * Draws the redline of `page` against `base` for as long as the component stands, and answers what it shows; `changes` answers
 * the changes drawn last, in the order of the page.
 */
export function useLiveRedline(page: RedlinedPage, base: TextRef, { settings, held }: Labelling): Readonly<{ redline: LiveRedline; changes: () => readonly LiveChange[] }> {
  const { t } = useTranslation()
  const content = useQuery(contentQuery(base.textId, base.versionId))
  const [shown, setShown] = useState<LiveRedline>(COMPARING)
  const last = useRef<readonly LiveChange[]>([])
  const changes = useCallback(() => last.current, [])
  const from = content.data
  useEffect(() => {
    if (from === undefined) return undefined
    const comparison = openLiveComparison({
      base: { text: from.text, held: parseHeld(from.held) },
      settings,
      held,
      onFound: (found) => {
        page.draw(drawnOf(found, page, t))
        last.current = found.changes
        setShown((now) => shownOf(found, now))
      },
      onFault: (failure) => setShown({ state: 'failed', failure }),
    })
    const timers: { rest?: ReturnType<typeof setTimeout>; latest?: ReturnType<typeof setTimeout> | undefined } = {}
    const tell = () => {
      clearTimeout(timers.rest)
      clearTimeout(timers.latest)
      timers.latest = undefined
      comparison.send(page.clauses())
    }
    const stop = page.onWords(() => {
      clearTimeout(timers.rest)
      timers.rest = setTimeout(tell, RESTS_MS)
      timers.latest ??= setTimeout(tell, TOLD_WITHIN_MS)
    })
    tell()
    return () => {
      stop()
      clearTimeout(timers.rest)
      clearTimeout(timers.latest)
      comparison.close()
      page.clear()
    }
  }, [from, settings, held, page, t])
  const waiting: LiveRedline = content.error === null ? { state: 'fetching' } : { state: 'failed', failure: content.error }
  return { redline: from === undefined ? waiting : shown, changes }
}

function drawnOf({ set, gone }: LiveFound, page: RedlinedPage, t: TFunction): ReadonlyMap<string, Drawn | null> {
  const drawn = new Map<string, Drawn | null>(gone.map((key) => [key, null]))
  for (const mark of set) drawn.set(mark.key, isGap(mark) ? { after: mark.after, text: mark.text, summary: gapLine(mark, t, page.labelOf) } : { id: mark.id, text: mark.text, runs: runsOf(mark), note: noteOf(mark, t) })
  return drawn
}

/** A clause that is new is inserted as a whole. */
function runsOf(mark: Extract<LiveMark, { runs: unknown }>): readonly RedlineRun[] {
  if (mark.relation === 'added') return mark.text === '' ? [] : [{ kind: 'insert', text: mark.text }]
  return mark.runs ?? []
}

/** The same object as `now` where the figures are the same: rendering anew, React reads all of the page that the caret is in. */
function shownOf({ changes }: LiveFound, now: LiveRedline): LiveRedline {
  const [count, substance] = [changes.length, changes.filter((change) => change.class === 'substance').length]
  return now.state === 'shown' && now.count === count && now.substance === substance ? now : { state: 'shown', count, substance }
}
