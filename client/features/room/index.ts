export { joinRoom, type RoomConnection, type RoomView } from './connection.ts'
export { RoomBanner } from './RoomBanner.tsx'
export { SavedState } from './SavedState.tsx'
export { useRoomView } from './use-room.ts'
