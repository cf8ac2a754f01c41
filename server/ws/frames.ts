import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Refused, nestsDeeper, unreachable } from '#shared/kernel/index.ts'
import { LIMITS, MESSAGE } from '#shared/protocol/index.ts'
import { framed } from './framed.ts'
import type { AwarenessEntry, Incoming, Outgoing } from '#server/rooms/index.ts'

/** The kinds of sync message of y-protocols (`y-protocols/sync`). */
const SYNC = { stateVector: 0, missing: 1, update: 2 } as const

/** Lists and objects in one another in a presence: a caret has three. */
const PRESENCE_LEVELS = 16

const malformed = (why: string): Refused => new Refused('frame-malformed', why)

/**
 * One frame of y-websocket's protocol as a message for a room; null for one that asks nothing of a room. Throws
 * `Refused('frame-malformed')` for anything that is not exactly one message, `Refused('too-large')` beyond a limit.
 */
export function decodeFrame(frame: Uint8Array): Incoming | null {
  const decoder = decoding.createDecoder(frame)
  const message = reading(() => decodeMessage(decoder))
  if (message !== null && decoding.hasContent(decoder)) throw malformed('The frame goes on after its message.')
  return message
}

function decodeMessage(decoder: decoding.Decoder): Incoming | null {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync:
      return decodeSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: decodeAwareness(decoding.readVarUint8Array(decoder)) }
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' }
    default:
      throw malformed(`There is no message of type ${type}.`)
  }
}

function decodeSync(decoder: decoding.Decoder): Incoming {
  const kind = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (kind) {
    case SYNC.stateVector:
      return { kind: 'state-vector', vector: body }
    case SYNC.missing:
    case SYNC.update:
      return { kind: 'update', update: body }
    default:
      throw malformed(`There is no sync message of kind ${kind}.`)
  }
}

/** The entries of an awareness update of y-protocols: a count, then client id, clock and state in JSON for each. */
function decodeAwareness(update: Uint8Array): readonly AwarenessEntry[] {
  if (update.length > LIMITS.awarenessBytes) throw new Refused('too-large', 'A presence message is larger than the server takes.')
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  const entries: AwarenessEntry[] = []
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state: unknown = JSON.parse(decoding.readVarString(decoder))
    entries.push({ client, clock, state: asState(state) })
  }
  if (decoding.hasContent(decoder)) throw malformed('The presence goes on after its entries.')
  return entries
}

function asState(value: unknown): AwarenessEntry['state'] {
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) throw malformed('A presence is an object.')
  // What nests deeper than the stack can be read, but not written again.
  if (nestsDeeper(value, PRESENCE_LEVELS)) throw malformed('A presence nests too deep.')
  return value as Readonly<Record<string, unknown>>
}

/** lib0 and JSON throw plain errors at the end of a frame or on nonsense; to the room they are one refusal. */
function reading<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof Refused ? error : malformed(error instanceof Error ? error.message : String(error))
  }
}

/** `message` as one frame of y-websocket's protocol. */
export function encodeFrame(message: Outgoing): Uint8Array {
  const encoder = encoding.createEncoder()
  writeMessage(encoder, message)
  return encoding.toUint8Array(encoder)
}

const encoded = new WeakMap<Outgoing, Buffer>()

/** The same as a whole message of the socket (`framed`); what goes to many seats is encoded and framed once. */
export function wholeFrame(message: Outgoing): Buffer {
  const known = encoded.get(message) ?? framed(encodeFrame(message))
  encoded.set(message, known)
  return known
}

function writeMessage(encoder: encoding.Encoder, message: Outgoing): void {
  switch (message.kind) {
    case 'state-vector':
      return writeSync(encoder, SYNC.stateVector, message.vector)
    case 'missing':
      return writeSync(encoder, SYNC.missing, message.update)
    case 'update':
      return writeSync(encoder, SYNC.update, message.update)
    case 'awareness':
      encoding.writeVarUint(encoder, MESSAGE.awareness)
      return encoding.writeVarUint8Array(encoder, encodeAwareness(message.entries))
    case 'stored':
      encoding.writeVarUint(encoder, MESSAGE.stored)
      return encoding.writeVarUint(encoder, message.count)
    default:
      return unreachable(message)
  }
}

function writeSync(encoder: encoding.Encoder, kind: number, body: Uint8Array): void {
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, body)
}

function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}
