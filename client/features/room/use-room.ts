import { useMemo, useSyncExternalStore } from 'react'
import type { RoomConnection, RoomView } from './connection.ts'
import { restedView } from './rested-view.ts'

/** What to tell of the room now; renders anew only when that changes, and not for each key that is saved. */
export function useRoomView(room: RoomConnection): RoomView {
  const { subscribe, view } = useMemo(() => restedView(room), [room])
  return useSyncExternalStore(subscribe, view)
}
