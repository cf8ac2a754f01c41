import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDraft, type Writer } from '#server/rooms/live-draft.ts'
import { parseClauseId } from '#shared/clauses/index.ts'
import { Peer } from '#tests/shared/document/desk.ts'
import { sampleText, seedOf } from './sample.ts'

const seed = seedOf(sampleText(6))
const writer: Writer = { memberId: 'ana', barred: null, isForeign: () => false }

/** An honest update with every sort of content: words, formatting, a deletion, a marker with its entry, a move. */
function honestUpdate(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  doc.clientID = 500
  const before = Y.encodeStateVector(doc)
  const id = parseClauseId('c_zzzzzzzzz0')
  const body = doc.getText('body')
  body.insert(3, 'hello')
  body.format(2, 6, { em: true })
  body.delete(8, 2)
  doc.getMap('clauses').set(String(id), new Y.Map(Object.entries({ kind: 'text', depth: 0 })))
  body.insertEmbed(6, { clause: id })
  doc.getArray('moves').push([{ id, after: null, stamp: [1, 500], stay: [] }])
  return Y.encodeStateAsUpdate(doc, before)
}

const enterIfAdmitted = (draft: LiveDraft, update: Uint8Array): Uint8Array | null => {
  const admission = draft.admit(update, writer)
  return admission.verdict === 'new' ? (draft.enter(update, admission.clients, 'ana')?.change ?? null) : null
}

test('[RM11] an update damaged anywhere is refused, or enters whole and can be loaded, folded and followed by others', () => {
  const honest = honestUpdate()
  const damage = fc.array(fc.tuple(fc.nat({ max: honest.length - 1 }), fc.oneof(fc.nat({ max: 7 }), fc.nat({ max: 255 }))), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(damage, (changes) => {
      const damaged = honest.slice()
      for (const [at, value] of changes) damaged[at] = value
      const change = enterIfAdmitted(new LiveDraft([seed], new Map()), damaged)
      const reloaded = new LiveDraft(change === null ? [seed] : [seed, change], new Map([[500, 'ana']]))
      const folded = new LiveDraft([reloaded.snapshot()], new Map([[500, 'ana']]))
      expect(folded.read()).toEqual(reloaded.read())
      enterIfAdmitted(reloaded, honest)
      expect(reloaded.read().clauses.length).toBeGreaterThan(0)
    }),
    { numRuns: 800 },
  )
})

test('[RM11] an update cut short is refused', () => {
  const honest = honestUpdate()
  const draft = new LiveDraft([seed], new Map())
  for (let length = 0; length < honest.length; length++)
    expect(draft.admit(honest.subarray(0, length), writer)).toEqual({ verdict: 'refused', refusal: 'frame-malformed' })
  expect(draft.admit(honest, writer)).toEqual({ verdict: 'new', clients: [500] })
})

/** Enters an update of `member` and gives what the others and the sender are sent of it. */
function enter(draft: LiveDraft, update: Uint8Array, memberId: string): Readonly<{ change: Uint8Array; beyond: Uint8Array | null }> {
  const admission = draft.admit(update, { ...writer, memberId })
  if (admission.verdict !== 'new') throw new Error(`not new: ${JSON.stringify(admission)}`)
  const entered = draft.enter(update, admission.clients, memberId)
  if (entered === null) throw new Error('nothing entered')
  return entered
}

test('[RM19] [DC12] [DC15] words deleted by two and put back by both at the same moment stand once, also for whoever put them back second', () => {
  const draft = new LiveDraft([seed], new Map())
  const [ana, bo] = [new Peer(10, seed), new Peer(20, seed)]
  const rows: Uint8Array[] = [seed]
  const send = (from: Peer, memberId: string, others: readonly Peer[]) => {
    for (const update of from.sent.splice(0)) {
      const { change, beyond } = enter(draft, update, memberId)
      rows.push(change)
      for (const other of others) Y.applyUpdate(other.doc, change, 'line')
      if (beyond) Y.applyUpdate(from.doc, beyond, 'line')
    }
  }
  ana.erase([1, 0], [1, 10])
  bo.erase([1, 5], [1, 15])
  send(ana, 'ana', [bo])
  send(bo, 'bo', [ana])
  ana.sync.undo()
  bo.sync.undo()
  send(ana, 'ana', [bo])
  send(bo, 'bo', [ana])
  const texts = sampleText(6).clauses.map(({ text }) => text)
  expect(draft.read().clauses.map(({ text }) => text)).toEqual(texts)
  expect(new LiveDraft(rows, new Map()).read()).toEqual(draft.read())
  for (const peer of [ana, bo]) expect(peer.texts()).toEqual(texts)
  bo.sync.redo()
  send(bo, 'bo', [ana])
  expect(ana.texts()[1]).toBe((texts[1] ?? '').slice(0, 5) + (texts[1] ?? '').slice(15))
})

test('[RM10] what Yjs holds back until more is here is no writing of whoever repeats it', () => {
  const typist = new Y.Doc()
  Y.applyUpdate(typist, seed)
  typist.clientID = 600
  const updates: Uint8Array[] = []
  typist.on('update', (update: Uint8Array) => updates.push(update))
  typist.getText('body').insert(3, 'first')
  typist.getText('body').insert(8, 'second')
  typist.getText('body').delete(9, 2)
  const draft = new LiveDraft([seed], new Map())
  const reader = new Y.Doc()
  Y.applyUpdate(reader, seed)
  for (const ahead of updates.slice(1)) Y.applyUpdate(reader, enter(draft, ahead, 'ana').change)
  const answer = Y.encodeStateAsUpdate(reader, draft.vector())
  expect(draft.admit(answer, { ...writer, memberId: 'bo' })).toEqual({ verdict: 'new', clients: [] })
  expect(draft.enter(answer, [], 'bo')).toBeNull()
  const restarted = new LiveDraft([seed, ...updates.slice(1)], new Map([[600, 'ana']]))
  expect(restarted.admit(answer, { ...writer, memberId: 'bo' })).toEqual({ verdict: 'new', clients: [] })
})
