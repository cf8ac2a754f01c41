import type { Block, Segment } from './segment.ts'
import type { DraftWriter } from './writer.ts'

/**
 * Notes for the clauses that one's own undo or redo hid that one's own words there are meant to go: of one's own client, up
 * to now, and nobody else's (DC6). `shown`: the clauses before it; one that somebody had removed then was not hidden by it.
 */
export function removalStamps(writer: DraftWriter, touched: ReadonlySet<Segment>, shown: readonly Block[]): void {
  const before = new Set(shown.flatMap(({ segments }) => segments))
  const hidden = [...touched].filter((segment) => segment.flags.removed && before.has(segment))
  if (hidden.length === 0) return
  const { doc } = writer.model
  const seen = { [String(doc.clientID)]: doc.store.clients.get(doc.clientID)?.at(-1)?.id.clock ?? 0 }
  doc.transact(() => {
    for (const segment of hidden) writer.stampRemoval(segment, { with: segment.id, seen })
  }, removalStamps)
}
