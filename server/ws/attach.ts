import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Refused } from '#shared/kernel/index.ts'
import { CLOSE, LIMITS, LIVE_PATH, closeFor, type CloseReason } from '#shared/protocol/index.ts'
import { WebSocketServer, type WebSocket } from 'ws'
import { accessTo, placeOf, type Access } from './access.ts'
import { Connections } from './connections.ts'
import { serveDraft } from './draft-line.ts'
import { serveFeed } from './feed-line.ts'
import { LiveSocket, lineOn, type Wire } from './line.ts'
import type { LiveLimits, LivePorts } from './ports.ts'

/** The sockets of this process, as the rest of the server uses them. */
export type Live = Readonly<{
  /** Closes all sockets of a person with `access-changed`, at once: for a sign-out or a change of account. */
  endAccess(userId: string): void
  /** The same for one membership: for a change of role or its end. */
  endMember(memberId: string): void
  /** The members of a negotiation who have a socket open. */
  here(negotiationId: string): ReadonlySet<string>
  /** Takes no more sockets and closes those there are with `shutting-down`; resolves when all are closed. Rooms are closed after it. */
  close(): Promise<void>
}>

const LIVE_LIMITS: LiveLimits = {
  frameBytes: LIMITS.frameBytes,
  heartbeatMs: LIMITS.heartbeatMs,
  socketsPerMember: LIMITS.socketsPerMember,
  unreadBytes: 64 * 1024 * 1024,
  handshakes: 512,
  goodbyeMs: 2_000,
}

const timer: LivePorts['after'] = (ms, run) => {
  const handle = setTimeout(run, ms)
  return () => clearTimeout(handle)
}

/**
 * Serves `/live/draft/<textId>?schema=<n>` (y-websocket's protocol and `stored`) and `/live/feed/<negotiationId>` (feed events as
 * JSON text) on `server`. A foreign origin is answered with HTTP 403; every other refusal is a close code of `CLOSE`, sent
 * before anything of a draft.
 */
export function attachLive({
  after = timer,
  limits,
  ...rest
}: Omit<LivePorts, 'after' | 'limits'> & Readonly<{ after?: LivePorts['after']; limits?: Partial<LiveLimits> }>): Live {
  const ports: LivePorts = { ...rest, after, limits: { ...LIVE_LIMITS, ...limits } }
  const { server, bus, log } = ports
  const connections = new Connections((negotiationId) => bus.publish(negotiationId, { topic: 'presence', textId: null }))
  // Whoever is hung up on and does not say goodbye holds the socket no longer than this; ws's types do not know the option yet.
  const goodbye = { closeTimeout: ports.limits.goodbyeMs }
  const sockets = new WebSocketServer({ ...goodbye, noServer: true, WebSocket: LiveSocket, maxPayload: ports.limits.frameBytes, clientTracking: true, perMessageDeflate: false })
  let handshakes = 0
  let closing = false

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { origin, host } = request.headers
    const refusal = answerBefore({ request, busy: handshakes >= ports.limits.handshakes, closing, allowed: ports.allowedOrigin(origin, host) })
    if (refusal !== null) {
      log.warn({ origin, status: refusal }, 'An upgrade was refused')
      return refuseUpgrade(socket, refusal)
    }
    handshakes++
    void upgrade({ request, socket, head, ports, connections, sockets }).finally(() => {
      handshakes--
    })
  }
  server.on('upgrade', onUpgrade)

  let cancelBeat = (): void => undefined
  const beat = (): void => {
    connections.beat()
    cancelBeat = after(ports.limits.heartbeatMs, beat)
  }
  cancelBeat = after(ports.limits.heartbeatMs, beat)

  return {
    endAccess: (userId) => connections.end(CLOSE['access-changed'], (open) => open.userId === userId),
    endMember: (memberId) => connections.end(CLOSE['access-changed'], (open) => open.memberId === memberId),
    here: (negotiationId) => connections.here(negotiationId),
    async close() {
      closing = true
      cancelBeat()
      connections.end(CLOSE['shutting-down'], () => true)
      const gone = new Promise<void>((resolve) => {
        sockets.close(() => resolve())
      })
      const cancel = after(ports.limits.goodbyeMs, () => {
        for (const socket of sockets.clients) socket.terminate()
      })
      await gone
      cancel()
    },
  }
}

/** The HTTP status that a request for a socket is refused with before any check of who asks; null = go on. */
function answerBefore(facts: Readonly<{ request: IncomingMessage; busy: boolean; closing: boolean; allowed: boolean }>): 403 | 404 | 503 | null {
  if (facts.request.url?.startsWith(`${LIVE_PATH}/`) !== true) return 404
  if (!facts.allowed) return 403
  return facts.busy || facts.closing ? 503 : null
}

const REASON = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const

function refuseUpgrade(socket: Duplex, status: keyof typeof REASON): void {
  socket.on('error', () => socket.destroy()) // the other side may already be gone
  socket.end(`HTTP/1.1 ${status} ${REASON[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

type Upgrade = Readonly<{
  request: IncomingMessage
  socket: Duplex
  head: Buffer
  ports: LivePorts
  connections: Connections
  sockets: WebSocketServer
}>

async function upgrade({ request, socket, head, ports, connections, sockets }: Upgrade): Promise<void> {
  const early = (): void => {
    socket.destroy()
  }
  socket.on('error', early)
  let before: number
  let checked: Checked
  do {
    before = connections.endings
    checked = await check({ request, ports, connections })
  } while (connections.endings !== before) // somebody's access ended meanwhile: it may have been theirs
  const outcome = checked
  if (socket.destroyed) return
  socket.off('error', early)
  sockets.handleUpgrade(request, socket, head, (opened) => {
    if ('refused' in outcome) return turnAway(opened, outcome.refused)
    serve({ socket: opened, stream: socket }, outcome, { ports, connections })
  })
}

type Checked = Access | Readonly<{ refused: CloseReason }>

/** What whoever asks gets. */
async function check({ request, ports, connections }: Pick<Upgrade, 'request' | 'ports' | 'connections'>): Promise<Checked> {
  const { storage, log, limits } = ports
  try {
    const account = await ports.accountOf(request.headers)
    const access = await accessTo(placeOf(request.url ?? ''), account, storage)
    if (connections.of(access.member.id) >= limits.socketsPerMember)
      throw new Refused('too-many-attempts', `A member may hold ${limits.socketsPerMember} sockets.`)
    return access
  } catch (error) {
    if (error instanceof Refused) log.warn({ refusal: error.id }, 'A socket was refused')
    else log.error({ err: error }, 'A socket could not be checked')
    return { refused: error instanceof Refused ? closeFor(error.id) : CLOSE.internal }
  }
}

function turnAway(opened: WebSocket, { code, reason }: CloseReason): void {
  opened.on('error', () => opened.terminate()) // what a stranger sends is of no interest
  opened.close(code, reason)
}

function serve(wire: Wire, access: Access, { ports, connections }: Pick<Upgrade, 'ports' | 'connections'>): void {
  const { member, account } = access
  const facts = { memberId: member.id, to: access.to }
  const { socket: opened } = wire
  const line = lineOn(wire, ports.limits, (why) => ports.log.warn(facts, `A line was cut: ${why}`))
  // ws closes the socket itself, with the reason, for whatever it reports here.
  opened.on('error', (error) => ports.log.warn({ ...facts, words: error.message }, 'A socket failed'))
  const served = access.to === 'draft' ? serveDraft(line, access, ports) : serveFeed(line, access, ports)
  const remove = connections.add({
    userId: account.userId,
    memberId: member.id,
    negotiationId: member.negotiationId,
    end: served.end,
    beat: served.beat,
  })
  opened.on('close', () => {
    served.left()
    remove()
  })
}
