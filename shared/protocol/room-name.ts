import type { Brand } from '#shared/kernel/index.ts'

/** The name of a live room on the wire: `draft/<textId>`. */
export type RoomName = Brand<'RoomName'>

const DRAFT_ROOM = /^draft\/([0-9a-z]{1,40})$/

/** The room of the live draft of text `textId`. */
export const draftRoom = (textId: string): RoomName => `draft/${textId}` as RoomName

/** The text whose live draft the room called `raw` is, or null when `raw` names no such room. */
export const textOfRoom = (raw: string): string | null => DRAFT_ROOM.exec(raw)?.[1] ?? null

/** Where the server listens for websockets: `/live/draft/<textId>` and `/live/feed/<negotiationId>`. */
export const LIVE_PATH = '/live'
export const FEED_PREFIX = 'feed/'
