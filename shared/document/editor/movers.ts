import type { Transaction } from '@tiptap/pm/state'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'

const MOVERS = 'draftMovers'

/** Names the clauses that a command means to move, so that the log moves these and not their neighbours (DC5). */
export const meaningToMove = (tr: Transaction, ids: readonly ClauseId[]): Transaction => tr.setMeta(MOVERS, ids)

export function moversOf(tr: Transaction): ReadonlySet<ClauseId> {
  const named: unknown = tr.getMeta(MOVERS)
  return new Set(Array.isArray(named) ? (named as readonly unknown[]).map(parseClauseId).filter((id) => id !== null) : [])
}
