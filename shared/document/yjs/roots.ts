import * as Y from 'yjs'
import { CLAUSE_KINDS, MAX_DEPTH, parseClauseId, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'

/** The four roots of a draft's Y.Doc. */
export type Roots = Readonly<{
  body: Y.Text
  clauses: Y.Map<unknown>
  moves: Y.Array<unknown>
  meta: Y.Map<unknown>
}>

export const rootsOf = (doc: Y.Doc): Roots => ({
  body: doc.getText('body'),
  clauses: doc.getMap('clauses'),
  moves: doc.getArray('moves'),
  meta: doc.getMap('meta'),
})

/** A logical time: a counter above every one its maker had seen, then the maker's Yjs client. */
export type Stamp = readonly [lamport: number, client: number]

/** What a segment continues: nothing (it heads its clause), the segment stored before it, or a named one (DC3). */
export type Joined = null | '<' | Readonly<{ id: ClauseId; stamp: Stamp }>

/** An entry of `clauses` as it counts, whatever was written there (DC1). */
export type Flags = Readonly<{
  kind: ClauseKind
  /** The kind as stored, where a newer client wrote one that is not known here; `kind` is then `text` (DC16). */
  unknownKind: string | null
  depth: number
  number: string | null
  joined: Joined
  from: ClauseId | null
  removed: boolean
}>

/** A segment as the layout takes it; in lists, in storage order. */
export type Stored = Readonly<{ id: ClauseId; flags: Flags }>

/** An entry of the log of moves. */
export type Move = Readonly<{ id: ClauseId; after: ClauseId | null; stamp: Stamp; stay: readonly ClauseId[] }>

const isClock = (raw: unknown): raw is number => typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0

function readStamp(raw: unknown): Stamp | null {
  if (!Array.isArray(raw)) return null
  const [lamport, client] = raw as readonly unknown[]
  return isClock(lamport) && isClock(client) ? [lamport, client] : null
}

function readJoined(entry: Y.Map<unknown>): Joined {
  if (!entry.has('joined')) return '<'
  const raw = entry.get('joined')
  if (raw === '<') return '<'
  if (!Array.isArray(raw)) return null
  const [id, ...rest] = raw as readonly unknown[]
  const parsed = parseClauseId(id)
  const stamp = readStamp(rest)
  return parsed && stamp ? { id: parsed, stamp } : null
}

const MISSING: Flags = { kind: 'text', unknownKind: null, depth: 0, number: null, joined: null, from: null, removed: false }

/**
 * The entry of clause `id`; a missing or odd one counts with defaults, and nothing is written back. `kinds`: those that are
 * known.
 */
export function readFlags(clauses: Y.Map<unknown>, id: ClauseId, kinds: readonly ClauseKind[] = CLAUSE_KINDS): Flags {
  const entry = clauses.get(id)
  if (!(entry instanceof Y.Map)) return MISSING
  const kind: unknown = entry.get('kind')
  const known = kinds.find((one) => one === kind)
  const depth: unknown = entry.get('depth')
  const number: unknown = entry.get('number')
  return {
    kind: known ?? 'text',
    unknownKind: known === undefined && typeof kind === 'string' ? kind : null,
    depth: isClock(depth) ? Math.min(depth, MAX_DEPTH) : 0,
    number: typeof number === 'string' ? number : null,
    joined: readJoined(entry as Y.Map<unknown>),
    from: parseClauseId(entry.get('from')),
    removed: entry.get('removed') === true,
  }
}

/** The log of moves; entries that are none are passed over. */
export function readMoves(moves: Y.Array<unknown>): readonly Move[] {
  const read: Move[] = []
  moves.forEach((raw) => {
    if (typeof raw !== 'object' || raw === null) return
    const { id, after, stamp, stay } = raw as Readonly<Record<string, unknown>>
    const parsed = parseClauseId(id)
    const at = readStamp(stamp)
    const behind = after === null ? null : parseClauseId(after)
    if (!parsed || !at || (after !== null && behind === null)) return
    const staying = Array.isArray(stay) ? (stay as readonly unknown[]).map(parseClauseId).filter((one) => one !== null) : []
    read.push({ id: parsed, after: behind, stamp: at, stay: staying })
  })
  return read
}

/** What a new entry holds. */
export type Birth = Readonly<{
  kind: ClauseKind
  depth: number
  number: string | null
  from: ClauseId | null
  /** Whether it heads a clause; written last, so that undo takes this back and nothing else (DC2). */
  heads: boolean
}>

/** The keys written once at an entry's birth, which undo leaves alone (DC2). */
export const BIRTH_KEYS: ReadonlySet<string> = new Set(['kind', 'depth', 'number', 'from', 'removals'])

/** Makes the entry of clause `id`; its key must be new (DC6). */
export function writeEntry(clauses: Y.Map<unknown>, id: ClauseId, birth: Birth): void {
  const entry = new Y.Map<unknown>()
  entry.set('kind', birth.kind)
  entry.set('depth', birth.depth)
  entry.set('number', birth.number)
  if (birth.from) entry.set('from', birth.from)
  entry.set('removals', new Y.Array())
  clauses.set(id, entry)
  if (birth.heads) entry.set('joined', null)
}

/** The entry of clause `id` for writing, or null where somebody left something else. */
export function entryOf(clauses: Y.Map<unknown>, id: ClauseId): Y.Map<unknown> | null {
  const entry = clauses.get(id)
  return entry instanceof Y.Map ? (entry as Y.Map<unknown>) : null
}
