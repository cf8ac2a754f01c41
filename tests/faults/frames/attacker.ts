import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { closeReasonOf } from '#shared/protocol/index.ts'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { WebSocket } from 'ws'
import type { Chance } from '../../simulation/chance.ts'
import { ORIGIN } from '../../server/ws/harbour.ts'
import { nextHostile, type Hostile, type Seen } from './hostile.ts'

/** Who attacks, and where: members who may edit, may not, or may not even see; and rooms that are none. */
const DOORS = [
  { as: 'chair', path: 'draft/draft1' },
  { as: 'chair', path: 'draft/draft1' },
  { as: 'rita', path: 'draft/draft1' },
  { as: 'rita', path: 'draft/draft1' },
  { as: 'dora', path: 'draft/draft1' },
  { as: 'dora', path: 'draft/draft1' },
  { as: 'ana', path: 'feed/n1' },
  { as: 'olga', path: 'draft/draft1', refused: true },
  { as: 'rita', path: 'draft/private1', refused: true },
  { as: 'chair', path: 'draft/nowhere', refused: true },
  { as: 'nobody', path: 'draft/draft1', refused: true },
  { as: 'chair', path: 'draft/draft1', schema: '0', refused: true },
] as const

/** How an attack ended: `taken` = the line still stands, else the reason it was closed with, or what was wrong with that. */
export type Outcome = Readonly<{ kind: string; as: string; end: string; isListed: boolean }>

/** One attacker: a socket at a time, dialled anew whenever the server hangs up. */
export class Attacker {
  readonly #url: string
  readonly #chance: Chance
  #line: Readonly<{ socket: WebSocket; as: string; gone: Promise<number>; isTurnedAway: boolean }> | null = null

  constructor(url: string, chance: Chance) {
    this.#url = url
    this.#chance = chance
  }

  /** Sends one hostile frame and waits until the server has dealt with it. */
  async strike(seen: Seen): Promise<Outcome> {
    const { socket, as, gone, isTurnedAway } = this.#line ?? (await this.#dial())
    const drawn = nextHostile(this.#chance, seen)
    // A socket that is turned away anyway cannot say goodbye any more once its framing is broken.
    const hostile = drawn.raw === true && isTurnedAway ? { kind: drawn.kind, send: drawn.send } : drawn
    send(socket, hostile)
    const answered = socket.readyState === WebSocket.OPEN ? once(socket, 'pong').then(() => null, () => null) : gone
    if (socket.readyState === WebSocket.OPEN) socket.ping()
    const code = await Promise.race([answered, gone])
    if (code === null) return { kind: hostile.kind, as, end: 'taken', isListed: true }
    this.#line = null
    const reason = closeReasonOf(code)
    return { kind: hostile.kind, as, end: reason?.reason ?? `code ${code}`, isListed: reason !== null && reason.reason !== 'internal' }
  }

  leave(): void {
    this.#line?.socket.terminate()
  }

  async #dial() {
    const door = this.#chance.pick(DOORS)
    const schema = 'schema' in door ? door.schema : String(SCHEMA_VERSION)
    const socket = new WebSocket(`${this.#url}/${door.path}?schema=${schema}`, { origin: ORIGIN, headers: { cookie: `account=${door.as}` } })
    const gone = once(socket, 'close').then(([code]: unknown[]) => Number(code))
    socket.on('error', () => undefined) // a frame that breaks off; the close that follows counts
    await once(socket, 'open')
    this.#line = { socket, as: door.as, gone, isTurnedAway: 'refused' in door }
    return this.#line
  }
}

function send(socket: WebSocket, { send: bytes, raw }: Hostile): void {
  if (raw === undefined) socket.send(bytes)
  else (socket as unknown as Readonly<{ _socket: Duplex }>)._socket.write(bytes)
}
