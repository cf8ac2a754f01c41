import { useSyncExternalStore } from 'react'
import type { RoomConnection, RoomView } from './connection.ts'

/** What to tell of the room now; renders anew only when that changes. */
export const useRoomView = (room: RoomConnection): RoomView => useSyncExternalStore(room.subscribe, room.view)
