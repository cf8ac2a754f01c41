import type { Clause } from './clause.ts'
import { parseClauseId, type ClauseId } from './id.ts'
import { isClauseKind, type ClauseKind } from './kinds.ts'
import { placesOf, seriesOf, type Series } from './series.ts'

/** One clause as it stood when the numbers were held; `number` is '' where it had none. */
export type HeldNumber = Readonly<{ id: ClauseId; kind: ClauseKind; depth: number; number: string }>

/**
 * The numbers under which a version is cited, held since it bears the document symbol `symbol` ("A/AC.291/22").
 * `entries` has every clause of that version, unnumbered ones too, in reading order, and where an earlier hold was
 * carried on, also what that version had already deleted.
 */
export type HeldNumbers = Readonly<{ symbol: string; entries: readonly HeldNumber[] }>

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null

function parseEntry(raw: unknown): HeldNumber | null {
  if (!isRecord(raw)) return null
  const { kind, depth, number } = raw
  const id = parseClauseId(raw['id'])
  if (id === null || !isClauseKind(kind) || !Number.isInteger(depth) || typeof number !== 'string') return null
  return { id, kind, depth: Number(depth), number }
}

/** `raw`, as it came out of JSON, as a hold; null when it is not one, whole. */
export function parseHeld(raw: unknown): HeldNumbers | null {
  if (!isRecord(raw) || typeof raw['symbol'] !== 'string' || !Array.isArray(raw['entries'])) return null
  const entries = raw['entries'].map(parseEntry).filter((entry) => entry !== null)
  return entries.length === raw['entries'].length ? { symbol: raw['symbol'], entries } : null
}

/** One run of held numbers: every number of it that is spoken for, and the last one. */
type HeldRun = Readonly<{ taken: ReadonlySet<string>; last: string }>
type HeldIndex = Readonly<{
  entryOf: ReadonlyMap<ClauseId, HeldNumber>
  runs: ReadonlyMap<string, HeldRun>
}>

/** Names a run across versions: its series within the clause in which it restarts. */
export const heldRunKey = (owner: ClauseId | undefined, series: Series): string => `${owner ?? ''}:${series}`

/** A hold does not change while people type, so what is looked up in it is prepared once. */
const prepared = new WeakMap<HeldNumbers, HeldIndex>()

/** What a hold says, ready for looking up. */
export function heldIndexOf(held: HeldNumbers): HeldIndex {
  const known = prepared.get(held)
  if (known !== undefined) return known
  const runs = new Map<string, { taken: Set<string>; last: string }>()
  placesOf(held.entries).forEach(({ series, scope }, index) => {
    const entry = held.entries[index]
    if (series === null || entry === undefined) return
    const key = heldRunKey(held.entries[scope]?.id, series)
    const run = runs.get(key) ?? { taken: new Set<string>(), last: '' }
    run.taken.add(entry.number)
    if (entry.number !== '') run.last = entry.number
    runs.set(key, run)
  })
  const made = { entryOf: new Map(held.entries.map((entry) => [entry.id, entry])), runs }
  prepared.set(held, made)
  return made
}

/** The entry that fixes a clause's number: it must still be counted in the same series (CL31). */
export function holdOf(held: HeldNumbers, clause: Pick<Clause, 'id' | 'kind' | 'depth'>): HeldNumber | null {
  const entry = heldIndexOf(held).entryOf.get(clause.id)
  if (entry === undefined) return null
  return seriesOf(entry.kind, entry.depth) === seriesOf(clause.kind, clause.depth) ? entry : null
}
