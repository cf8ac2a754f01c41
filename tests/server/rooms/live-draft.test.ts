import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDraft, type Writer } from '#server/rooms/live-draft.ts'
import { parseClauseId } from '#shared/clauses/index.ts'
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
