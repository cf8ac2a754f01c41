import { useMemo, useSyncExternalStore } from 'react'
import { joinRoom, type RoomAddress, type RoomConnection } from './connection.ts'

/**
 * The room at an address for as long as the component stands; null until it is entered. Another room takes its place, with
 * another draft in it, when the server has refused words: they are set aside then.
 */
export function useSeat({ liveUrl, textId, memberId, accountId }: RoomAddress): RoomConnection | null {
  const seat = useMemo(() => seatAt({ liveUrl, textId, memberId, accountId }), [liveUrl, textId, memberId, accountId])
  return useSyncExternalStore(seat.take, seat.room)
}

/** Whoever has words refused this often without leaving meets a fault that opening anew does not mend. */
const REOPENINGS = 20

function seatAt(address: RoomAddress) {
  let room: RoomConnection | null = null
  let reopenings = 0
  const enter = (onChange: () => void) => {
    const entered = joinRoom(address, () => {
      if (room !== entered || reopenings++ >= REOPENINGS) return
      void entered.leave()
      enter(onChange)
    })
    room = entered
    onChange()
  }
  return {
    room: () => room,
    /** Enters the room; what it returns leaves it again. */
    take: (onTaken: () => void) => {
      enter(onTaken)
      return () => {
        const left = room
        room = null
        void left?.leave()
      }
    },
  }
}
