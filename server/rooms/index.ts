export { openRooms, type Rooms } from './open.ts'
export type { After, AwarenessEntry, Incoming, OnChanged, Outgoing, RoomLog, Seat, SeatPort } from './ports.ts'
export { mergeRows } from './merge-rows.ts'
export { seedOf, wordingOf } from './seed.ts'
