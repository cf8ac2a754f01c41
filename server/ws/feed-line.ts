import { CLOSE, type FeedEvent } from '#shared/protocol/index.ts'
import { mayRead, type Access } from './access.ts'
import type { Served } from './draft-line.ts'
import type { Line } from './line.ts'
import type { LivePorts } from './ports.ts'

/** Sends `line` what changes in its negotiation, without what is said of texts that its member may not read. */
export function serveFeed(
  line: Line,
  { member }: Extract<Access, { to: 'feed' }>,
  { bus, storage, log }: Pick<LivePorts, 'bus' | 'storage' | 'log'>,
): Served {
  const concerns = async ({ textId }: FeedEvent): Promise<boolean> => {
    const text = textId === null ? null : await storage.texts.get(textId)
    return text === null || mayRead(member, text)
  }
  const pass = async (event: FeedEvent): Promise<void> => {
    try {
      if (await concerns(event)) line.send(JSON.stringify(event))
    } catch (error) {
      log.error({ memberId: member.id, err: error }, 'A feed could not be told of a change')
      line.hangUp(CLOSE.internal)
    }
  }
  const unsubscribe = bus.subscribe(member.negotiationId, (event) => void pass(event))

  line.socket.on('message', () => {
    log.warn({ memberId: member.id, refusal: 'frame-malformed' }, 'A feed was written to')
    unsubscribe()
    line.hangUp(CLOSE['frame-malformed'])
  })
  return {
    end(reason) {
      unsubscribe()
      line.hangUp(reason)
    },
    beat: () => line.beat(),
    left: unsubscribe,
  }
}
