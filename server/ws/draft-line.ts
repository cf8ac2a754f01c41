import { Refused } from '#shared/kernel/index.ts'
import { CLOSE, closeFor, type CloseReason } from '#shared/protocol/index.ts'
import type { Seat } from '#server/rooms/index.ts'
import { presentMember, type Access } from './access.ts'
import { decodeFrame, wholeFrame } from './frames.ts'
import type { Line } from './line.ts'
import type { LivePorts } from './ports.ts'

/** What a served socket can be asked for. */
export type Served = Readonly<{ end(reason: CloseReason): void; beat(): void; left(): void }>

/** Seats `line` in the room of its draft: frames in, messages out. Nothing is read from the socket before the seat is taken. */
export function serveDraft(
  line: Line,
  access: Extract<Access, { to: 'draft' }>,
  { rooms, log }: Pick<LivePorts, 'rooms' | 'log'>,
): Served {
  const { textId, member, canEdit } = access
  const facts = { textId, memberId: member.id }
  let seat: Seat | null = null
  let over = false

  const end = (reason: CloseReason): void => {
    over = true
    seat?.leave()
    line.hangUp(reason)
  }
  const refuse = (error: unknown): void => {
    if (over) return
    if (error instanceof Refused) log.warn({ ...facts, refusal: error.id }, error.message)
    else log.error({ ...facts, err: error }, 'A frame broke the server')
    end(error instanceof Refused ? closeFor(error.id) : CLOSE.internal)
  }

  line.socket.on('message', (data, isBinary) => {
    if (over) return
    try {
      if (!isBinary || !(data instanceof Uint8Array)) throw new Refused('frame-malformed', 'A draft takes binary frames only.')
      const message = decodeFrame(data)
      if (message !== null) seat?.hear(message)
    } catch (error) {
      refuse(error)
    }
  })

  const takeSeat = async (): Promise<void> => {
    line.socket.pause()
    try {
      seat = await rooms.take(textId, {
        member: presentMember(member),
        canEdit,
        send: (message) => line.sendFrame(wholeFrame(message)),
        close: (reason) => {
          over = true
          line.hangUp(reason)
        },
      })
      if (over) seat.leave() // ended, or gone, while the room was loading
    } catch (error) {
      refuse(error)
    } finally {
      line.socket.resume()
    }
  }
  void takeSeat()

  return {
    end,
    beat() {
      line.beat()
      // y-websocket hangs up after 30 seconds without a message, and does not count pings.
      seat?.repeatStored()
    },
    left() {
      over = true
      seat?.leave()
    },
  }
}
