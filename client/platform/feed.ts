import { FEED_PREFIX, LIVE_PATH, closeReasonOf, parseFeedEvent, type FeedEvent } from '#shared/protocol/index.ts'

/** Where the feed stands: its line is open; it is lost and being tried again; or it was refused for good. */
export type FeedState = 'connecting' | 'open' | 'lost' | 'refused'

export type FeedHandlers = Readonly<{
  onEvent: (event: FeedEvent) => void
  /** `open` after a `lost` means that events may have been missed. */
  onState: (state: FeedState) => void
}>

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/** The websocket address of `path` on the server that this page came from. */
export function liveAddress(path: string): string {
  const scheme = window.location.protocol === 'https:' ? 'wss:' : 'ws:'
  return `${scheme}//${window.location.host}${LIVE_PATH}/${path}`
}

/** Follows the feed of a negotiation until the returned function is called; reconnects by itself, ever more patiently. */
export function followFeed(negotiationId: string, { onEvent, onState }: FeedHandlers): () => void {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let tries = 0
  let ended = false

  const connect = () => {
    const line = new WebSocket(liveAddress(`${FEED_PREFIX}${negotiationId}`))
    socket = line
    line.addEventListener('open', () => {
      tries = 0
      if (!ended) onState('open')
    })
    line.addEventListener('message', ({ data }) => {
      const event = typeof data === 'string' ? parseFeedEvent(data) : null
      if (event !== null && !ended) onEvent(event)
    })
    line.addEventListener('close', ({ code }) => {
      if (ended) return
      if (closeReasonOf(code)?.retry === false) {
        onState('refused')
        return
      }
      onState('lost')
      timer = setTimeout(connect, waitMs(tries++))
    })
  }
  onState('connecting')
  connect()
  return () => {
    ended = true
    if (timer !== null) clearTimeout(timer)
    socket?.close()
  }
}

/** Doubles with every try up to a limit; a random half keeps a room full of browsers from returning all at once. */
function waitMs(tries: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
  return full / 2 + (Math.random() * full) / 2
}
