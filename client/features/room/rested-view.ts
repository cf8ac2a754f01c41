import { afterTime, type After } from './after.ts'
import type { RoomConnection, RoomView } from './connection.ts'

/** How long everything must have been saved before that is said, in milliseconds: somebody who types on is still being saved. */
const RESTS_MS = 400

const isSaving = (view: RoomView): boolean => view.status === 'live' && view.unsaved > 0

/**
 * What of a room is worth showing: `view` changes twice a key, and words that come and go as one types are read by nobody and
 * cost a frame each. "Saved" is never said too early: it waits until nothing was unsaved for a moment.
 */
export function restedView(room: Pick<RoomConnection, 'subscribe' | 'view'>, after: After = afterTime): Pick<RoomConnection, 'subscribe' | 'view'> {
  let shown = room.view()
  let cancel: (() => void) | null = null
  const stopWaiting = () => {
    cancel?.()
    cancel = null
  }
  const look = (onChange: () => void) => {
    const now = room.view()
    if (isSaving(shown) && now.status === 'live' && now.unsaved === 0) {
      cancel ??= after(RESTS_MS, () => {
        cancel = null
        shown = room.view()
        onChange()
      })
      return
    }
    stopWaiting()
    if (now === shown || (isSaving(now) && isSaving(shown))) return
    shown = now
    onChange()
  }
  return {
    subscribe(listener) {
      const leave = room.subscribe(() => look(listener))
      look(listener)
      return () => {
        leave()
        stopWaiting()
      }
    },
    view: () => shown,
  }
}
