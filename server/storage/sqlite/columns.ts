import { parseHeld, type HeldNumbers } from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'
import type { Row } from './connection.ts'

// Reads one column of a row as the type it was written with; anything else is a damaged database, hence an invariant.

export function text(row: Row, column: string): string {
  const value = row[column]
  invariant(typeof value === 'string', `${column} holds words`)
  return value
}

export const textOrNull = (row: Row, column: string): string | null => (row[column] === null ? null : text(row, column))

export function whole(row: Row, column: string): number {
  const value = row[column]
  invariant(typeof value === 'number', `${column} holds a number`)
  return value
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  invariant(value instanceof ArrayBuffer || value instanceof Uint8Array, `${column} holds bytes`)
  // A row read by itself comes as Node's Buffer, whose slices are views.
  return value instanceof Uint8Array ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value)
}

export function oneOf<Choice extends string>(row: Row, column: string, choices: readonly Choice[]): Choice {
  const value = text(row, column)
  const choice = choices.find((known) => known === value)
  invariant(choice !== undefined, `${column} holds one of ${choices.join(', ')}`)
  return choice
}

/** A column written with `JSON.stringify` from a `Shape`; `keys` are checked to be there. */
export function json<Shape extends object>(row: Row, column: string, keys: readonly (keyof Shape & string)[]): Shape {
  const value: unknown = JSON.parse(text(row, column))
  invariant(typeof value === 'object' && value !== null && keys.every((key) => key in value), `${column} holds ${keys.join(', ')}`)
  return value as Shape
}

export function words(row: Row, column: string): readonly string[] {
  const value: unknown = JSON.parse(text(row, column))
  invariant(Array.isArray(value) && value.every((word) => typeof word === 'string'), `${column} holds a list of words`)
  return value
}

/** The hold in `column`, or null where there is none. */
export function held(row: Row, column: string): HeldNumbers | null {
  if (row[column] === null) return null
  const hold = parseHeld(JSON.parse(text(row, column)))
  invariant(hold !== null, `${column} holds a hold on numbers`)
  return hold
}
