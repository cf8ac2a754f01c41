import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { WebSocket } from 'ws'
import { ORIGIN, type Harbour } from './harbour.ts'

/** A bare websocket, with all it has heard. */
export type Raw = Readonly<{ socket: WebSocket; heard: Uint8Array[]; closed: Promise<number>; opened: Promise<void> }>

export type RawOptions = Readonly<{ as?: string; path?: string; origin?: string; schema?: string }>

/** Connects to `path` (the first draft unless said) as account `as`; no account = a stranger. */
export function connect({ url }: Pick<Harbour, 'url'>, { as, path, origin = ORIGIN, schema = String(SCHEMA_VERSION) }: RawOptions = {}): Raw {
  const headers = as === undefined ? {} : { cookie: `account=${as}` }
  const socket = new WebSocket(`${url}/${path ?? 'draft/draft1'}?schema=${schema}`, { origin, headers })
  const heard: Uint8Array[] = []
  socket.on('message', (data) => {
    if (data instanceof Uint8Array) heard.push(data)
  })
  onTestFinished(() => socket.terminate())
  const closed = once(socket, 'close').then(([code]: unknown[]) => Number(code))
  const opened = once(socket, 'open').then(() => undefined)
  closed.catch(() => undefined)
  opened.catch(() => undefined) // a refused upgrade is an error to both; tests wait for the one they mean
  return { socket, heard, closed, opened }
}

/** The HTTP status with which an upgrade is answered instead. */
export async function statusOf({ url }: Pick<Harbour, 'url'>, options: RawOptions): Promise<number> {
  const { socket } = connect({ url }, options)
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number; resume(): void }]
  response.resume()
  return response.statusCode ?? 0
}
