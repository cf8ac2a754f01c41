import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeRows } from '#server/rooms/merge-rows.ts'
import type { DraftLogRow } from '#server/storage/port.ts'

const START = Date.parse('2026-03-02T10:00:00.000Z')
const NAMES = ['Ana', 'Bo', 'Cui'] as const

/** One act: who, in which delegation's name, how long after the last act, where, and whether a deletion; `hears` catches up first. */
type Act = Readonly<{ who: number; delegation: string; afterMs: number; at: number; deletes: boolean; hears: boolean }>

const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    who: fc.nat({ max: NAMES.length - 1 }),
    delegation: fc.constantFrom('Portugal', 'Portugal', 'Portugal', 'Chair'),
    afterMs: fc.constantFrom(0, 200, 5_000, 50_000),
    at: fc.nat({ max: 30 }),
    deletes: fc.boolean(),
    hears: fc.boolean(),
  }),
  { maxLength: 40 },
)

/** The log that a server would have stored of `acts`, behind a seed. */
function logOf(acts: readonly Act[]): readonly DraftLogRow[] {
  const server = new Y.Doc()
  server.clientID = 1
  server.getText('body').insert(0, 'seed')
  const nobody = { memberId: null, name: null, delegation: null, at: null }
  const rows: DraftLogRow[] = [{ seq: 1, update: Y.encodeStateAsUpdate(server), ...nobody }]
  const docs = NAMES.map((_, i) => {
    const doc = new Y.Doc()
    doc.clientID = 100 + i
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return doc
  })
  let now = START
  for (const { who, delegation, afterMs, at, deletes, hears } of acts) {
    const [doc, name] = [docs[who], NAMES[who]]
    if (doc === undefined || name === undefined) continue
    now += afterMs
    if (hears) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)))
    const body = doc.getText('body')
    const before = Y.encodeStateVector(doc)
    let update: Uint8Array | null = null
    doc.once('update', (change: Uint8Array) => {
      update = change
    })
    if (deletes && body.length > 0) body.delete(Math.min(at, body.length - 1), 1)
    else body.insert(Math.min(at, body.length), name)
    const change = update ?? Y.encodeStateAsUpdate(doc, before)
    Y.applyUpdate(server, change)
    rows.push({ seq: rows.length + 1, update: change, memberId: name, name, delegation, at: new Date(now).toISOString() })
  }
  return rows
}

function replayed(rows: readonly DraftLogRow[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const { update } of rows) Y.applyUpdate(doc, update)
  return doc
}

/** Every unit written and every unit deleted, with whom the row is of. */
function deeds(rows: readonly DraftLogRow[]): readonly string[] {
  const units = new Set<string>()
  for (const { update, memberId, delegation } of rows) {
    const { structs, ds } = Y.decodeUpdate(update)
    const note = (deed: string, clock: number, length: number): void => {
      for (let i = 0; i < length; i++) units.add(`${memberId}/${delegation} ${deed}:${clock + i}`)
    }
    for (const struct of structs) if (!(struct instanceof Y.Skip)) note(`wrote ${struct.id.client}`, struct.id.clock, struct.length)
    for (const [client, deletions] of ds.clients) for (const { clock, len } of deletions) note(`deleted ${client}`, clock, len)
  }
  return [...units].toSorted()
}

const isWaiting = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

test('[RM16] merged rows say the same, by the same hands, and each stands on what is before it', () =>
  fc.assert(
    fc.property(anyActs, (acts) => {
      const rows = logOf(acts)
      const merged = mergeRows(rows)
      expect(deeds(merged)).toEqual(deeds(rows))
      expect(replayed(merged).getText('body').toDelta()).toEqual(replayed(rows).getText('body').toDelta())
      for (let count = 1; count <= merged.length; count++) expect(isWaiting(replayed(merged.slice(0, count)))).toBe(false)
    }),
    { numRuns: 150 },
  ))

test('[RM16] a merged row keeps the place of its first row and the time of its last, no more than a minute later', () =>
  fc.assert(
    fc.property(anyActs, (acts) => {
      const rows = logOf(acts)
      const bySeq = new Map(rows.map((row) => [row.seq, row]))
      const merged = mergeRows(rows)
      expect(merged.map(({ seq }) => seq)).toEqual(merged.map(({ seq }) => seq).toSorted((one, other) => one - other))
      for (const { seq, at } of merged) {
        const first = bySeq.get(seq)?.at ?? null
        const laterMs = at === null || first === null ? 0 : Date.parse(at) - Date.parse(first)
        expect(laterMs >= 0 && laterMs <= 60_000).toBe(true)
      }
    }),
    { numRuns: 100 },
  ))

test('[RM16] two who type at once leave one row each a minute; what was deleted is still in the log', () => {
  const turn = { delegation: 'Portugal', afterMs: 500, deletes: false, hears: true }
  const acts: Act[] = Array.from({ length: 60 }, (_, i) => ({ ...turn, who: i % 2, at: i % 2 === 0 ? 0 : 99, hears: false }))
  const rows = logOf([...acts, { ...turn, who: 0, at: 0, deletes: true }])
  const merged = mergeRows(rows)
  expect(merged).toHaveLength(3)
  const items = [...(replayed(merged).store.clients.get(100) ?? [])]
  expect(items.some((item) => item instanceof Y.Item && item.deleted && item.content instanceof Y.ContentString)).toBe(true)
})
