import type { DraftLogRow } from '#server/storage/port.ts'
import * as Y from 'yjs'

/** Rows of one member within this time of the first are one: history is kept to the minute. */
const SPAN_MS = 60_000

type Row = DraftLogRow
type Gathered = { readonly rows: [Row, ...Row[]]; readonly index: number }
/** A Yjs client's content from `clock` on stands in the row at `index`, until a later of these says otherwise. */
type Made = Readonly<{ clock: number; index: number }>

/**
 * Merges rows of one member and delegation that lie within a minute, though others wrote between them: a row moves forward
 * to the first of its own, unless it builds on what was written since. So every row still finds what it builds on in the
 * rows before it. `rows` are of one draft, in order; those of nobody stay as they are (RM16).
 */
export function mergeRows(rows: readonly Row[]): readonly Row[] {
  const gathered: Gathered[] = []
  const latest = new Map<string, Gathered>()
  const made = new Map<number, Made[]>()

  for (const row of rows) {
    const { structs, ds } = Y.decodeUpdate(row.update)
    const who = JSON.stringify([row.memberId, row.delegation, row.name])
    const own = latest.get(who)
    let into: Gathered
    if (own !== undefined && isNear(own.rows[0], row) && lastNeeded(structs, ds, made) <= own.index) {
      own.rows.push(row)
      into = own
    } else {
      into = { rows: [row], index: gathered.length }
      gathered.push(into)
      latest.set(who, into)
    }
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const { id } = struct
      const list = made.get(id.client) ?? []
      if (list.at(-1)?.index !== into.index) list.push({ clock: id.clock, index: into.index })
      made.set(id.client, list)
    }
  }
  return gathered.map(({ rows: [first, ...others] }) => {
    const last = others.at(-1)
    if (last === undefined) return first
    return { ...first, update: Y.mergeUpdates([first.update, ...others.map(({ update }) => update)]), at: last.at }
  })
}

const isNear = (first: Row, row: Row): boolean =>
  first.memberId !== null && first.at !== null && row.at !== null && Math.abs(Date.parse(row.at) - Date.parse(first.at)) <= SPAN_MS

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** The index of the last gathered row that holds something these build on; -1 when none does. */
function lastNeeded(structs: Decoded['structs'], ds: Decoded['ds'], made: ReadonlyMap<number, readonly Made[]>): number {
  let last = -1
  const need = (client: number, clock: number): void => {
    const index = made.get(client)?.findLast((each) => each.clock <= clock)?.index ?? -1
    last = Math.max(last, index)
  }
  for (const struct of structs) {
    if (struct.id.clock > 0) need(struct.id.client, struct.id.clock - 1)
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) if (id instanceof Y.ID) need(id.client, id.clock)
  }
  for (const [client, deletions] of ds.clients) for (const { clock, len } of deletions) need(client, clock + len - 1)
  return last
}
