import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '#shared/document/yjs/inspect.ts'
import { rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import { firstItem } from '#shared/document/yjs/yjs-internals.ts'
import { copyOf, draftWith, meet } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'
import { Peer } from '../desk.ts'

const draft = () => draftWith(par('The Parties'), par('shall cooperate'))
const news = (from: Y.Doc, to: Y.Doc) => Y.encodeStateAsUpdate(from, Y.encodeStateVector(to))
const entry = { kind: 'text', depth: 0, number: null, from: null, heads: true } as const

/** What the guard says of what client 2 makes of the draft by `act`. */
function inspected(act: (doc: Y.Doc) => void) {
  const doc = draft()
  const writer = copyOf(doc, 2)
  act(writer)
  return inspectUpdate(doc, news(writer, doc))
}

describe('an update that is let in', () => {
  test('names who wrote in it, and whose own words it only repeats it does not name', () => {
    const doc = draft()
    const [second, third] = [copyOf(doc, 2), copyOf(doc, 3)]
    rootsOf(second).body.insert(3, 'X')
    rootsOf(third).body.insert(5, 'Y')
    meet(second, third)
    const update = Y.encodeStateAsUpdate(third)
    expect(inspectUpdate(doc, update)).toEqual({ clients: [3, 2], refusal: null })
    Y.applyUpdate(doc, update)
    expect(inspectUpdate(doc, update)).toEqual({ clients: [], refusal: null })
  })

  test('[DC6] is any that honest work makes', () => {
    const acts = ['split', 'merge', 'up', 'remove', 'type', 'undo'] as const
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(9), fc.nat(9)), { maxLength: 8 }), (all) => {
        const doc = draft()
        const peer = new Peer(1, Y.encodeStateAsUpdate(doc))
        for (const [act, clause, offset] of all) {
          const texts = peer.texts()
          const index = clause % texts.length
          const at = offset % ((texts[index]?.length ?? 0) + 1)
          if (act === 'split') peer.split(index, at)
          else if (act === 'type') peer.type(index, at, 'x')
          else if (act === 'undo') peer.sync.undo()
          else peer[act](index)
          expect(inspectUpdate(doc, news(peer.doc, doc)).refusal).toBeNull()
          for (const update of peer.sent.splice(0)) {
            expect(inspectUpdate(doc, update).refusal).toBeNull()
            Y.applyUpdate(doc, update)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  test('is not applied, nor is one that is refused', () => {
    const doc = draft()
    const before = Y.encodeStateAsUpdate(doc)
    const writer = copyOf(doc, 2)
    rootsOf(writer).body.insert(3, 'X')
    inspectUpdate(doc, news(writer, doc))
    rootsOf(writer).body.delete(0, 2)
    inspectUpdate(doc, news(writer, doc))
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

})

describe('[DC6] an update is refused that', () => {
  test('deletes a marker that it brings itself', () => {
    const act = (doc: Y.Doc) => {
      rootsOf(doc).body.insertEmbed(3, { clause: idNamed('new') })
      rootsOf(doc).body.delete(3, 1)
    }
    const doc = draft()
    doc.gc = false
    const writer = new Y.Doc({ gc: false })
    writer.clientID = 2
    meet(doc, writer)
    act(writer)
    expect(inspectUpdate(doc, news(writer, doc)).refusal).toBe('marker-deleted')
  })

  test('replaces an entry, by itself or by another of the same update', () => {
    expect(inspected((doc) => rootsOf(doc).clauses.set(idNamed('1'), new Y.Map())).refusal).toBe('marker-deleted')
    const doc = draft()
    const [second, third] = [copyOf(doc, 2), copyOf(doc, 3)]
    for (const one of [second, third]) writeEntry(rootsOf(one).clauses, idNamed('new'), entry)
    expect(inspectUpdate(doc, Y.mergeUpdates([news(second, doc), news(third, doc)])).refusal).toBe('marker-deleted')
    expect(inspectUpdate(doc, news(second, doc)).refusal).toBeNull()
    Y.applyUpdate(doc, news(second, doc))
    expect(inspectUpdate(doc, news(third, doc)).refusal).toBe('marker-deleted')
  })

  test('is none, or cut short; nothing is thrown for any bytes', () => {
    const doc = draft()
    const whole = Y.encodeStateAsUpdate(draftWith(par('other')))
    for (const length of [0, 1, 5, whole.length >> 1, whole.length - 1]) {
      expect(inspectUpdate(doc, whole.slice(0, length))).toEqual({ clients: [], refusal: 'frame-malformed' })
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(() => inspectUpdate(doc, bytes)).not.toThrow()
      }),
    )
  })

  test('stands on what its own client has yet to write', () => {
    // One struct of client 7 at clock 0: a string behind the item at `clock` of client 7 (update format 1).
    const behind = (clock: number) => Uint8Array.from([1, 1, 7, 0, 0x84, 7, clock, 1, 97, 0])
    expect(inspectUpdate(draft(), behind(5)).refusal).toBe('frame-malformed')
    expect(inspectUpdate(draft(), behind(0)).refusal).toBe('frame-malformed')
    const doc = draft()
    const { client, clock } = firstItem(rootsOf(doc).body)?.id ?? { client: 0, clock: 0 }
    expect(inspectUpdate(doc, Uint8Array.from([1, 1, 7, 0, 0x84, client, clock, 1, 97, 0]))).toEqual({ clients: [7], refusal: null })
  })
})
