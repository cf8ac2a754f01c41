import type { Segment } from './segment.ts'
import type { DraftWriter } from './writer.ts'

/**
 * Notes for the clauses that one's own undo or redo hid that one's own words there are meant to go: of one's own client, up
 * to now, and nobody else's (DC6).
 */
export function removalStamps(writer: DraftWriter, touched: ReadonlySet<Segment>): void {
  const hidden = [...touched].filter((segment) => segment.flags.removed)
  if (hidden.length === 0) return
  const { doc } = writer.model
  const seen = { [String(doc.clientID)]: doc.store.clients.get(doc.clientID)?.at(-1)?.id.clock ?? 0 }
  doc.transact(() => {
    for (const segment of hidden) writer.stampRemoval(segment, { with: segment.id, seen })
  }, removalStamps)
}
