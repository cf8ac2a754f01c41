import type { Brand } from '#shared/kernel/index.ts'

/** A clause's permanent name: survives moves, renumbering, splits, merges, versions, export and import. */
export type ClauseId = Brand<'ClauseId'>

const CLAUSE_ID = /^c_[0-9a-z]{10}$/
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** `raw` as a clause id, or null when it is not one. */
export const parseClauseId = (raw: unknown): ClauseId | null =>
  typeof raw === 'string' && CLAUSE_ID.test(raw) ? (raw as ClauseId) : null

/** Makes clause ids. The caller brings the source of chance, so that core code stays deterministic. */
export type NewClauseId = () => ClauseId

/**
 * A maker of clause ids from `draw`, which returns a whole number from 0 up to but not including `below`.
 * Ten characters of 36: two of a million clauses share an id with a chance of about 1 in 7,000.
 */
export const clauseIdsFrom =
  (draw: (below: number) => number): NewClauseId =>
  () => {
    let id = 'c_'
    for (let i = 0; i < 10; i++) id += ALPHABET.charAt(draw(ALPHABET.length))
    return id as ClauseId
  }
