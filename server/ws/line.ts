import type { Duplex } from 'node:stream'
import { CLOSE, type CloseReason } from '#shared/protocol/index.ts'
import { WebSocket } from 'ws'
import type { LiveLimits } from './ports.ts'

/** ws's own close code for a frame beyond the limit; a provider would take it for a lost line and send the frame again. */
const WS_TOO_LARGE = 1009
/** ws's own close codes for broken framing and for words that are no UTF-8. */
const WS_MALFORMED = [1002, 1007]

/** A websocket that closes with Travaux's reasons also where ws itself refuses a frame. */
export class LiveSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    const ours = code === WS_TOO_LARGE ? CLOSE['too-large'] : code !== undefined && WS_MALFORMED.includes(code) ? CLOSE['frame-malformed'] : null
    if (ours === null) super.close(code, data)
    else super.close(ours.code, ours.reason)
  }
}

/** One socket as the rest of the room sees it: sends what can be sent, hangs up once, notices who is gone. */
export type Line = Readonly<{
  socket: WebSocket
  send(data: Uint8Array | string): void
  /** Sends one whole message as `framed` makes it, which is not copied and may go to other lines as well. */
  sendFrame(frame: Buffer): void
  hangUp(reason: CloseReason): void
  /** Asks for a sign of life; cuts the line when there was none since the last time. */
  beat(): void
}>

/** A websocket and the stream below it. Nothing is compressed or sent in fragments, so whole messages can be written to either. */
export type Wire = Readonly<{ socket: WebSocket; stream: Duplex }>

/** Makes `socket` a line. `onCut` hears why when it was cut for not keeping up. */
export function lineOn({ socket, stream }: Wire, limits: LiveLimits, onCut: (why: string) => void): Line {
  let alive = true
  const heard = (): void => {
    alive = true
  }
  socket.on('pong', heard)
  socket.on('message', heard)
  const cut = (why: string): void => {
    onCut(why)
    socket.terminate()
  }
  const takesMore = (): boolean => {
    if (socket.readyState !== WebSocket.OPEN) return false
    if (socket.bufferedAmount <= limits.unreadBytes) return true
    cut('it does not read what it is sent')
    return false
  }
  return {
    socket,
    send: (data) => {
      if (takesMore()) socket.send(data)
    },
    sendFrame: (frame) => {
      if (takesMore()) stream.write(frame)
    },
    hangUp: ({ code, reason }) => socket.close(code, reason),
    beat() {
      if (socket.readyState !== WebSocket.OPEN) return
      if (!alive) return cut('it gave no sign of life')
      alive = false
      socket.ping()
    },
  }
}
