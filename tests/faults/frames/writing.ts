import * as encoding from 'lib0/encoding'
import { MESSAGE } from '#shared/protocol/index.ts'

/** A number as an update writes it, a list of such, or bytes as they are. */
export type Part = number | string | Uint8Array | readonly Part[]

/** `parts` one after the other: numbers as lib0's varUint, words as its varString. */
export function written(...parts: readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (part: Part): void => {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else if (typeof part === 'string') encoding.writeVarString(encoder, part)
    else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part)
    else for (const inner of part) write(inner)
  }
  write(parts)
  return encoding.toUint8Array(encoder)
}

const VECTOR = 0
const UPDATE = 2

const sync = (kind: number, body: Uint8Array): Uint8Array => written(MESSAGE.sync, kind, body.length, body)
export const updateFrame = (update: Uint8Array): Uint8Array => sync(UPDATE, update)
export const vectorFrame = (vector: Uint8Array): Uint8Array => sync(VECTOR, vector)
export const awarenessFrame = (body: Uint8Array): Uint8Array => written(MESSAGE.awareness, body.length, body)

/** One struct of an update under construction: its first byte, then what follows. */
export const struct = (info: number, ...parts: readonly Part[]): Part => [Uint8Array.of(info), ...parts]

/** An update of one client, from `clock` on, and what it deletes: a list of client, count of ranges, ranges. */
export const updateOf = (client: number, structs: readonly Part[], { clock = 0, deletes = [0] }: Readonly<{ clock?: number; deletes?: readonly Part[] }> = {}): Uint8Array =>
  written(structs.length === 0 ? 0 : [1, structs.length, client, clock, ...structs], ...deletes)

/** How a struct says that its parent is the root of that name. */
export const inRoot = (name: string): Part => [1, name]
