import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '#shared/document/yjs/inspect.ts'
import { rootsOf } from '#shared/document/yjs/roots.ts'
import { firstItem, markerOf } from '#shared/document/yjs/yjs-internals.ts'
import { draftWith } from '../../../support/drafts.ts'
import { par } from '../../../support/treaty.ts'
import { Peer } from '../desk.ts'

type Act = Readonly<{ act: 'split' | 'merge' | 'up' | 'remove' | 'type' | 'undo'; clause: number; offset: number }>
type Harm = Readonly<{ harm: 'delete marker' | 'delete entry' | 'replace entry'; which: number }>

const anyAct: fc.Arbitrary<Act> = fc.record({ act: fc.constantFrom('split', 'merge', 'up', 'remove', 'type', 'undo'), clause: fc.nat(9), offset: fc.nat(9) })
const anyHarm: fc.Arbitrary<Harm> = fc.record({ harm: fc.constantFrom('delete marker', 'delete entry', 'replace entry'), which: fc.nat(9) })

function work(peer: Peer, { act, clause, offset }: Act): void {
  const texts = peer.texts()
  const index = clause % texts.length
  const at = offset % ((texts[index]?.length ?? 0) + 1)
  if (act === 'split') peer.split(index, at)
  else if (act === 'type') peer.type(index, at, 'x')
  else if (act === 'undo') peer.sync.undo()
  else peer[act](index)
}

const markersOf = (doc: Y.Doc): Y.Item[] => {
  const markers: Y.Item[] = []
  for (let item = firstItem(rootsOf(doc).body); item !== null; item = item.right) if (markerOf(item) !== null) markers.push(item)
  return markers
}

/** Harms one marker or entry; `own` takes only what this client has made, the newest first. */
function harm(doc: Y.Doc, { harm, which }: Harm, own: boolean): void {
  const { clauses } = rootsOf(doc)
  doc.transact((transaction) => {
    const markers = markersOf(doc).filter(({ id }) => !own || id.client === doc.clientID)
    const marker = markers[which % markers.length]
    const id = marker && markerOf(marker)
    if (!marker || id === null || id === undefined) return
    if (harm === 'delete marker') marker.delete(transaction)
    else if (harm === 'delete entry') clauses.delete(id)
    else clauses.set(id, new Y.Map())
  }, 'harm')
}

const idsOf = (doc: Y.Doc): ReadonlySet<string> => new Set(markersOf(doc).map(({ id }) => `${id.client}:${id.clock}`))

const entriesOf = (doc: Y.Doc): ReadonlyMap<string, unknown> => new Map(rootsOf(doc).clauses.entries())

/** A room as far as the guard goes: enters what it lets in, each client's writing only from its own member. */
class Guarded {
  readonly doc = draftWith(par('The Parties'), par('shall cooperate'))
  /** How many updates were refused. */
  refused = 0

  /** Takes `update` in. Throws where something guarded is then gone or other than before. */
  take(update: Uint8Array, sender: number): void {
    const { clients, refusal } = inspectUpdate(this.doc, update)
    if (refusal !== null || clients.some((client) => client !== sender)) {
      this.refused++
      return
    }
    const [markers, entries] = [idsOf(this.doc), entriesOf(this.doc)]
    Y.applyUpdate(this.doc, update)
    const now = idsOf(this.doc)
    const gone = [...markers].filter((id) => !now.has(id))
    const other = [...entries].filter(([id, entry]) => rootsOf(this.doc).clauses.get(id) !== entry)
    if (gone.length + other.length > 0) throw new Error(`let in what harmed ${JSON.stringify([gone, other])}`)
  }
}

const anyWork = fc.array(anyAct, { maxLength: 6 })

/** In which way a list of updates is sent. */
const WAYS: Readonly<Record<string, (updates: readonly Uint8Array[]) => readonly Uint8Array[]>> = {
  'one by one': (updates) => updates,
  'as one': (updates) => (updates.length > 0 ? [Y.mergeUpdates([...updates])] : []),
  'the last first': (updates) => updates.toReversed(),
  'in two halves, the later first': (updates) => {
    const half = updates.length >> 1
    return [updates.slice(half), updates.slice(0, half)].flatMap((part) => (part.length > 0 ? [Y.mergeUpdates([...part])] : []))
  },
}

test.each(Object.entries(WAYS))('[DC6] honest work is let in, whoever else works, sent %s', (_name, way) => {
  fc.assert(
    fc.property(anyWork, anyWork, (first, second) => {
      const room = new Guarded()
      const peers = [new Peer(1, Y.encodeStateAsUpdate(room.doc)), new Peer(2, Y.encodeStateAsUpdate(room.doc))] as const
      for (const [seat, acts] of [first, second].entries()) for (const act of acts) if (peers[seat]) work(peers[seat], act)
      for (const peer of peers) for (const update of way(peer.sent)) room.take(update, peer.doc.clientID)
      expect(room.refused).toBe(0)
      for (const peer of peers) Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(room.doc), 'line')
      expect(Y.equalSnapshots(Y.snapshot(peers[0].doc), Y.snapshot(peers[1].doc))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each(Object.entries(WAYS))('[DC6] no marker or entry is deleted or replaced, in whatever honest work that is hidden, sent %s', (_name, way) => {
  fc.assert(
    fc.property(fc.tuple(anyWork, anyWork), anyHarm, fc.boolean(), ([before, after], harmful, own) => {
      const room = new Guarded()
      const vandal = new Peer(1, Y.encodeStateAsUpdate(room.doc))
      for (const act of before) work(vandal, act)
      if (own) vandal.split(0, 1) // something of one's own to harm
      harm(vandal.doc, harmful, own)
      for (const act of after) work(vandal, act)
      for (const update of way(vandal.sent)) room.take(update, vandal.doc.clientID)
      expect(room.refused).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

test('[DC6] [RM9] nobody stands on what somebody else has yet to write, so that nobody’s honest update completes a harmful one', () => {
  const room = new Guarded()
  const [honest, vandal] = [new Peer(1, Y.encodeStateAsUpdate(room.doc)), new Peer(2, Y.encodeStateAsUpdate(room.doc))]
  honest.split(0, 3)
  for (const update of honest.sent) Y.applyUpdate(vandal.doc, update, 'line')
  vandal.type(0, 1, 'x')
  vandal.sent.length = 0
  const entry = [...rootsOf(vandal.doc).clauses.keys()].find((id) => !rootsOf(room.doc).clauses.has(id)) ?? ''
  vandal.doc.transact(() => rootsOf(vandal.doc).clauses.set(entry, new Y.Map()), 'harm')
  for (const update of vandal.sent) expect(inspectUpdate(room.doc, update).clients).toContain(honest.doc.clientID)
  for (const update of honest.sent) expect(inspectUpdate(room.doc, update)).toEqual({ clients: [honest.doc.clientID], refusal: null })
})
