import { openHistory, type Histories } from '#server/history/index.ts'
import type { TextRow } from '#server/storage/port.ts'
import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { HttpPorts } from './ports.ts'

/** A text as it stood, with the numbers that were held then; what of it changed since the point before is in `found`. */
export type Past = Readonly<{ text: ClauseText; held: HeldNumbers | null; found: Awaited<ReturnType<Histories['at']>> }>

/** Reads texts as they stood. */
export type Pasts = Readonly<{
  histories: Histories
  /** Refuses with `not-found` when the text did not stand yet. */
  at(row: TextRow, seq: number): Promise<Past>
}>

/** Lets whatever else waits, live drafting above all, have its turn. */
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

export function openPasts({ storage }: Pick<HttpPorts, 'storage'>): Pasts {
  const histories = openHistory({ drafts: storage.drafts, breathe })

  /** The numbers that were held at a moment: those of the last version with a symbol, unless the text was renumbered since. */
  async function heldAt(textId: string, at: string): Promise<HeldNumbers | null> {
    const version = (await storage.texts.versions(textId)).findLast(({ symbol, issuedAt }) => symbol !== null && issuedAt <= at)
    if (version === undefined) return null
    const renumberings = await storage.journal.ofText(textId, 'text-renumbered')
    if (renumberings.some((entry) => entry.at > version.issuedAt && entry.at <= at)) return null
    return (await storage.contents.get(version.contentHash))?.held ?? null
  }

  return {
    histories,
    async at(row, seq) {
      const found = await histories.at(row.id, row.createdAt, seq)
      const text = { title: row.title, settings: found.history.settings, clauses: found.point.clauses }
      return { text, held: await heldAt(row.id, found.point.at), found }
    },
  }
}
