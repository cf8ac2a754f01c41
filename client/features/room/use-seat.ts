import { useMemo, useSyncExternalStore } from 'react'
import { joinRoom, type RoomAddress, type RoomConnection } from './connection.ts'

/** The room at an address for as long as the component stands; null until it is entered. */
export function useSeat({ liveUrl, textId, memberId }: RoomAddress): RoomConnection | null {
  const seat = useMemo(() => seatAt({ liveUrl, textId, memberId }), [liveUrl, textId, memberId])
  return useSyncExternalStore(seat.take, seat.room)
}

function seatAt(address: RoomAddress) {
  let room: RoomConnection | null = null
  return {
    room: () => room,
    /** Enters the room; what it returns leaves it again. */
    take: (onTaken: () => void) => {
      const entered = joinRoom(address)
      room = entered
      onTaken()
      return () => {
        room = null
        void entered.leave()
      }
    },
  }
}
