import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openBus } from '#server/bus/index.ts'
import { buildHttp, openChronicle, originRule } from '#server/http/index.ts'
import { SIGN_IN_LIMITS, keptSecret, openIdentity, openLinks, type SignInLimits } from '#server/identity/index.ts'
import { openDoor, resetLinkFor } from '#server/operator/index.ts'
import { openRooms } from '#server/rooms/index.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { attachLive, type Live } from '#server/ws/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import type { Config } from './config.ts'
import { followChanges } from './live-changes.ts'
import { openLog } from './log.ts'

/** A running server. */
export type Travaux = Readonly<{
  /** The address to give people. */
  url: string
  /** The port it listens on. */
  port: number
  /** The one-time link that makes the first account; null once there is one. */
  setupLink: string | null
  /** Every HTTP route that it serves, as `GET /api/session`. */
  routes: readonly string[]
  /** Stops taking requests, stores everything, lets go of the data folder. */
  close(): Promise<void>
}>

/** What the surroundings bring; tests bring their own. */
export type Surroundings = Readonly<{
  writeLog: (line: string) => void
  now: () => number
  signInLimits: SignInLimits
  clientDir: string
  samplesDir: string
}>

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const SURROUNDINGS: Surroundings = {
  writeLog: (line) => void process.stdout.write(line),
  now: Date.now,
  signInLimits: SIGN_IN_LIMITS,
  clientDir: folder('../dist/client'),
  samplesDir: folder('./samples'),
}

/** How long requests under way may take when the server stops, in milliseconds. */
const LAST_REQUESTS_MS = 2_000

/**
 * Starts everything on `config`. Rejects with `Refused('storage-failed')`, in words for the operator, when the data folder
 * cannot be used, and with `PortFault` when the address cannot be listened on.
 */
export async function startTravaux(config: Config, given: Partial<Surroundings> = {}): Promise<Travaux> {
  const { writeLog, now, signInLimits, clientDir, samplesDir } = { ...SURROUNDINGS, ...given }
  const log = openLog(writeLog)
  const { publicUrl, dataDir } = config
  const { storage, dialect } = await openSqlite(dataDir)
  const undo: (() => Promise<void>)[] = [() => storage.close()]
  /** Takes down what stands, the last first; goes on past a part that fails, and rejects with the first failure at the end. */
  const takeDown = async (): Promise<void> => {
    const failures: unknown[] = []
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    const secret = config.secret ?? (await keptSecret(dataDir))
    const identity = await openIdentity({ dialect, secret, publicUrl, now, log, limits: signInLimits })
    const links = openLinks({ invitations: storage.invitations, now })
    const bus = openBus()
    const chronicle = openChronicle({ storage, bus, now })
    const publish = (negotiationId: string, textId: string | null) => bus.publish(negotiationId, { topic: 'wording', textId })
    const isFrozen = async (textId: string) => (await storage.texts.get(textId))?.frozen != null
    const onChanged = followChanges({ storage, chronicle, publish, now })
    const rooms = openRooms({ drafts: storage.drafts, probe: () => storage.probe(), isFrozen, now, log, onChanged })
    undo.push(() => rooms.close())
    const server = createServer()
    const allowedOrigin = originRule(publicUrl)
    const live = attachLive({ server, accountOf: (headers) => identity.accountOf(headers), storage, rooms, bus, allowedOrigin, log, now })
    undo.push(() => stop(server, live))
    const ports = { server, storage, identity, links, rooms, live, bus, log, now, allowedOrigin, clientDir, samplesDir }
    const routes = await buildHttp({ ...ports, behindProxy: publicUrl !== null })
    const port = await listen(server, config)
    const base = publicAddress(config, port)
    const door = await openDoor(dataDir, ({ email }) => resetLinkFor(email, { base, identity, members: storage.members, links, chronicle }))
    if (door === null) log.warn({ dataDir }, 'the path of the data folder is too long for the operator’s socket')
    else undo.push(() => door.close())
    const setupLink = (await identity.hasAccounts()) ? null : `${base}/setup#${await links.issueSetup()}`
    log.info({ host: config.host, port, publicUrl, dataDir }, 'Travaux is running')
    return {
      url: base,
      port,
      setupLink,
      routes,
      close: async () => {
        log.info({}, 'stopping')
        await takeDown()
        log.info({}, 'stopped, everything is stored')
      },
    }
  } catch (error) {
    await takeDown()
    throw error
  }
}

/** The address cannot be listened on; `message` says why and what to do. */
export class PortFault extends Error {
  override readonly name = 'PortFault'
}

/** Answers the port listened on. */
async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(portFault(error, host, port))
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
  const address = server.address()
  invariant(isBound(address), 'a server that listens has an address')
  return address.port
}

/** The address under which people reach a server that listens on `port`: the public one, or the one it listens on. */
export function publicAddress({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  // "Every address" is reached by this computer's own.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return publicUrl ?? `http://${name}:${port}`
}

const isBound = (address: AddressInfo | string | null): address is AddressInfo => address !== null && typeof address !== 'string'

function portFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const noSuchHost = `this computer has no address ${host}. Set TRAVAUX_HOST to one it has, or to 127.0.0.1.`
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} of ${host} is taken by another program. Stop that program, or choose another port with TRAVAUX_PORT.`,
    EACCES: `this user may not listen on port ${port} of ${host}. Choose a port above 1023 with TRAVAUX_PORT.`,
    EADDRNOTAVAIL: noSuchHost,
    ENOTFOUND: noSuchHost,
  }
  const sentence = sentences[error.code ?? '']
  return sentence === undefined ? error : new PortFault(sentence)
}

/** Stops listening at once and hangs up on every live socket; requests under way get a moment to end. */
async function stop(server: Server, live: Live): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const deadline = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
  await live.close()
  await ended
  clearTimeout(deadline)
}

/** What to tell the operator of a start that failed, in one sentence; null for a bug. */
export function startFault(error: unknown): string | null {
  if (error instanceof PortFault) return error.message
  return error instanceof Refused ? error.detail : null
}
