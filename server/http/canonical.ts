import { createHash } from 'node:crypto'
import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'

/** JSON with the keys of every object in order and nothing between tokens: the same value always gives the same string. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? inKeyOrder(inner) : inner))
}

/**
 * The name of a wording: SHA-256, in hexadecimal, over its canonical JSON. Under a hold the hold is part of what is named,
 * as it is part of what is read.
 */
export function contentHash(text: ClauseText, held: HeldNumbers | null): string {
  return createHash('sha256')
    .update(canonicalJson(held === null ? text : { text, held }))
    .digest('hex')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const inKeyOrder = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
