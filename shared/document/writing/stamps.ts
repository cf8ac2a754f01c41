import { readRemovals } from '../model/removals.ts'
import type { Block, Segment } from '../model/segment.ts'
import type { DraftWriter } from './writer.ts'

/**
 * Notes for the clauses that one's own undo or redo hid that one's own words there are meant to go: of one's own client, up
 * to now, and nobody else's (DC6). `shown`: the clauses before it; one that somebody had removed then was not hidden by it.
 * What had been put back goes back to the tray instead (DC21).
 */
export function removalStamps(writer: DraftWriter, touched: ReadonlySet<Segment>, shown: readonly Block[]): void {
  const { doc, roots } = writer.model
  const before = new Set(shown.flatMap(({ segments }) => segments))
  const lastOf = (segment: Segment) => readRemovals(roots.clauses, segment.id).at(-1)
  const hidden = [...touched].filter((segment) => segment.flags.removed && before.has(segment) && lastOf(segment)?.how !== 'put-back')
  if (hidden.length === 0) return
  const seen = { [String(doc.clientID)]: doc.store.clients.get(doc.clientID)?.at(-1)?.id.clock ?? 0 }
  doc.transact(() => {
    for (const segment of hidden) writer.stampRemoval(segment, { with: lastOf(segment)?.with ?? segment.id, seen })
  }, removalStamps)
}
