import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import { splitUpdate } from '#shared/document/index.ts'
import { MESSAGE } from '#shared/protocol/index.ts'

/** What the room hears of the frames that leave over one connection after another. */
export type WireHandlers = Readonly<{
  /** The largest frame that the server takes, in bytes. */
  frameBytes: number
  /** The answer to the server's state vector has left, the last of it in document frame `frame`. */
  onAnswered: (frame: number) => void
  /** Something that cannot be cut is larger than a frame; it was not sent. */
  onTooLarge: () => void
}>

/** Counts the document frames sent over the connection that is open, as the server counts them (PR2). */
export type Wire = Readonly<{ socket: typeof WebSocket; frames: () => number }>

/** What stands around an update in its frame: three numbers, each at most this many bytes. */
const HEAD_BYTES = 3 * 5

/**
 * A websocket for the provider that sends a document frame larger than the server takes as several, in order (PR6). The
 * provider hands over whole frames and never learns of it.
 */
export function wireOver(Socket: typeof WebSocket, { frameBytes, onAnswered, onTooLarge }: WireHandlers): Wire {
  let frames = 0
  class CuttingSocket extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      frames = 0
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const sync = data instanceof Uint8Array ? documentSyncIn(data) : null
      if (sync === null) return super.send(data)
      const parts = splitUpdate(sync.update, frameBytes - HEAD_BYTES)
      if (parts === null) return onTooLarge()
      for (const part of parts) super.send(framed(sync.kind, part))
      frames += parts.length
      if (sync.kind === messageYjsSyncStep2) onAnswered(frames)
    }
  }
  return { socket: CuttingSocket, frames: () => frames }
}

/** The update in `frame` when it is a document frame: a sync step 2 or an update. */
function documentSyncIn(frame: Uint8Array): Readonly<{ kind: number; update: Uint8Array }> | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null
  const kind = decoding.readVarUint(decoder)
  return kind === messageYjsSyncStep1 ? null : { kind, update: decoding.readVarUint8Array(decoder) }
}

function framed(kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
