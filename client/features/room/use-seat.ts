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
    const { room: entered, whenRefused } = joinedAhead(address) ?? join(address)
    whenRefused(() => {
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

/** `whenRefused`: whom to tell, now or when it happens, that the room is to be left and joined anew. */
type Joined = Readonly<{ room: RoomConnection; whenRefused: (reopen: () => void) => void }>

function join(address: RoomAddress): Joined {
  let isRefused = false
  let tell = () => {
    isRefused = true
  }
  return {
    room: joinRoom(address, () => tell()),
    whenRefused(reopen) {
      tell = reopen
      if (isRefused) reopen()
    },
  }
}

/** A room that was joined for a page under way is left when the page has not come within this time, in milliseconds. */
const COMES_WITHIN_MS = 20_000

let ahead: (Joined & Readonly<{ address: RoomAddress; leaving: ReturnType<typeof setTimeout> }>) | null = null

/** Joins the room at `address` for the page that is about to be shown: its words are on their way while the page is. */
export function joinAhead(address: RoomAddress): void {
  const leaving = setTimeout(() => {
    void ahead?.room.leave()
    ahead = null
  }, COMES_WITHIN_MS)
  ahead = { ...join(address), address, leaving }
}

/** The room at `address` if it was joined ahead; whoever is given it leaves it. */
function joinedAhead(address: RoomAddress): Joined | null {
  if (ahead === null || JSON.stringify(ahead.address) !== JSON.stringify(address)) return null
  const joined = ahead
  clearTimeout(joined.leaving)
  ahead = null
  return joined
}
