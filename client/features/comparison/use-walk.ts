import { useCallback, useEffect, useRef, useState } from 'react'

/** Where one stands among the changes (`at`: an index, or null before the first), how to go on, and what is said aloud. */
export type Walk = Readonly<{
  at: number | null
  goTo: (index: number) => void
  goToRow: (row: number) => void
  spoken: string
}>

/** Letters typed here are words or choices, not commands. */
const WHERE_ONE_TYPES = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [role="dialog"], [role="listbox"]'

/** Rows that come into sight only then take their real heights, and push away the one that was scrolled to. */
const SETTLING_FRAMES = 5

function scrollToRow(row: number, frames: number): void {
  document.querySelector(`#row-${row}`)?.scrollIntoView({ block: 'center' })
  if (frames > 0) requestAnimationFrame(() => scrollToRow(row, frames - 1))
}

/** Walking the changes: by the list, by buttons, by J and K. Scrolls to the row that one walks to and says it aloud. */
export function useWalk(rows: readonly number[], say: (index: number) => string): Walk {
  const [at, setAt] = useState<number | null>(null)
  const [spoken, setSpoken] = useState('')
  // Another filter makes another list: a place in the old one means nothing in it.
  const [walked, setWalked] = useState(rows)
  if (walked !== rows) {
    setWalked(rows)
    setAt(null)
  }
  const goToRow = useCallback((row: number) => scrollToRow(row, SETTLING_FRAMES), [])
  const goTo = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row === undefined) return
      setAt(index)
      setSpoken(say(index))
      goToRow(row)
    },
    [rows, say, goToRow],
  )
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
  return { at, goTo, goToRow, spoken }
}
