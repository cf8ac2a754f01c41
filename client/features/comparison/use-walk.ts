import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Where one stands: among the changes (`at`: an index, or null before the first) and in the text (`row`, which may be
 * none of them), how to go on, and what is said aloud.
 */
export type Walk = Readonly<{
  at: number | null
  row: number | null
  goTo: (index: number) => void
  /** Goes to any row, and says `words` of it. */
  visit: (row: number, words?: string) => void
  spoken: string
}>

/** Letters typed here are words or choices, not commands. */
const WHERE_ONE_TYPES = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [role="dialog"], [role="listbox"]'

/** Rows that come into sight only then take their real heights, and push away the one that was scrolled to. */
const SETTLING_FRAMES = 5

function scrollToRow(row: number, view: string, frames: number): void {
  document.querySelector(`[data-view="${view}"] #row-${row}`)?.scrollIntoView({ block: 'center' })
  if (frames > 0) requestAnimationFrame(() => scrollToRow(row, view, frames - 1))
}

type Stand = Readonly<{ at: number | null; row: number | null }>

const BEFORE_ALL: Stand = { at: null, row: null }

/** What a walk is about: the rows of the changes, how one is said, what shows them, and what to do before one goes there. */
export type Walked = Readonly<{ rows: readonly number[]; say: (index: number) => string; view: string; onStep: () => void }>

/**
 * Walking the changes: by the list, by buttons, by J and K. Scrolls to the row that one walks to and says it aloud; another
 * view opens at the same row.
 */
export function useWalk({ rows, say, view, onStep }: Walked): Walk {
  const [stand, setStand] = useState(BEFORE_ALL)
  const [spoken, setSpoken] = useState('')
  // Another filter makes another list: a place in the old one means nothing in it.
  const [walked, setWalked] = useState(rows)
  if (walked !== rows) {
    setWalked(rows)
    setStand(BEFORE_ALL)
  }
  const visit = useCallback(
    (row: number, words = '') => {
      const index = rows.indexOf(row)
      setStand(({ at }) => ({ at: index < 0 ? at : index, row }))
      setSpoken(words)
      onStep()
    },
    [rows, onStep],
  )
  const goTo = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row !== undefined) visit(row, say(index))
    },
    [rows, say, visit],
  )
  // When the row is drawn: it may have been folded away, or in no view that was shown.
  useEffect(() => {
    if (stand.row !== null) scrollToRow(stand.row, view, SETTLING_FRAMES)
  }, [stand, view])
  const { at, row } = stand
  const latest = useRef({ at, goTo })
  useEffect(() => {
    latest.current = { at, goTo }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest(WHERE_ONE_TYPES) !== null
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const { at: now, goTo: go } = latest.current
      if (event.key === 'j') go(now === null ? 0 : now + 1)
      if (event.key === 'k') go((now ?? 0) - 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return { at, row, goTo, visit, spoken }
}
