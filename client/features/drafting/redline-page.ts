import type { Editor } from '@tiptap/core'
import { useEffect, useMemo } from 'react'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import type { Spot } from '#shared/records/index.ts'
import type { OpenEditor } from './ClauseEditor.tsx'
import { hearSelection } from './heard-selection.ts'
import { labelledPage } from './labels.ts'
import { clausesOn } from './page-clauses.ts'
import { spotAt } from './places.ts'
import { withRedline, type RedlineChange, type RedlinedClause, type RedlinedGap } from './redline-marks.ts'

/** At the latest so long after a result came it is drawn, in milliseconds, however busy the page is. */
const DRAWN_WITHIN_MS = 250

/** What is given to whoever shows a redline on the page. `onWords` answers the way to stop. */
export type RedlinePage = Readonly<{
  /** The clauses as they stand; those that nobody touched are the same objects as before. */
  clauses: () => readonly Clause[]
  onWords: (listener: () => void) => () => void
  labelOf: (id: ClauseId) => string
  caret: () => Spot | null
  show: (spot: Spot) => void
  /** Draws when the page has nothing else to do, and never into words that are being composed. */
  draw: (change: RedlineChange) => void
  clear: () => void
}>

export function useRedlinePage({ editor }: OpenEditor, show: (spot: Spot) => void): RedlinePage {
  const drawn = useMemo(() => redlineOn(editor), [editor])
  useEffect(() => drawn.stop, [drawn])
  return useMemo(() => ({ ...drawn.page, show }), [drawn, show])
}

/** The page but for the way to a spot of it; `stop` leaves what was to be drawn. */
function redlineOn(editor: Editor): Readonly<{ page: Omit<RedlinePage, 'show'>; stop: () => void }> {
  let pending = new Map<string, RedlinedClause | RedlinedGap | null>()
  let scheduled: (() => void) | null = null
  const schedule = (): void => {
    scheduled ??= whenIdle(() => {
      scheduled = null
      flush()
    })
  }
  const stop = (): void => {
    scheduled?.()
    scheduled = null
    pending = new Map()
  }
  const flush = (): void => {
    if (editor.isDestroyed || pending.size === 0) return
    if (editor.view.composing) return editor.view.dom.addEventListener('compositionend', schedule, { once: true })
    hearSelection(editor.view)
    const change = pending
    pending = new Map()
    editor.view.dispatch(withRedline(editor.state.tr, change))
    return undefined
  }
  const page: Omit<RedlinePage, 'show'> = {
    clauses: () => clausesOn(editor.state),
    onWords: (listener: () => void) => {
      editor.on('update', listener)
      return () => editor.off('update', listener)
    },
    labelOf: (id: ClauseId) => labelledPage(editor.state)?.labels.get(id)?.text ?? '',
    caret: () => spotAt(editor.state, editor.state.selection.head),
    draw: (change: RedlineChange) => {
      for (const [at, mark] of change) pending.set(at, mark)
      schedule()
    },
    clear: () => {
      stop()
      if (editor.isDestroyed) return
      hearSelection(editor.view)
      editor.view.dispatch(withRedline(editor.state.tr, null))
    },
  }
  return { page, stop }
}

/** Does `work` when the page has nothing else to do; answers the way to leave it. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: DRAWN_WITHIN_MS })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(work)
  return () => clearTimeout(handle)
}
