import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '#shared/clauses/index.ts'
import { readDraft } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { decodePlace, encodePlace, placeAt, resolvePlace, segmentAtOffset, spotItem, type Spot } from '#shared/document/model/place.ts'
import { idNamed, par } from '../../../support/treaty.ts'
import { draftWith } from '../../../support/drafts.ts'
import { Peer, twoAt } from '../desk.ts'

/** Each letter stands once, so that a place is known by the letter before it. */
const LETTERS = ['abcdef', 'ghijkl', 'mnopqr', 'stuvwx']
const ACTS = ['split', 'merge', 'up', 'down', 'type', 'remove', 'undo'] as const
const anyActs = fc.array(fc.record({ act: fc.constantFrom(...ACTS), clause: fc.nat(9), offset: fc.nat(9), second: fc.boolean() }), { maxLength: 8 })

function play(peer: Peer, { act, clause, offset }: Readonly<{ act: (typeof ACTS)[number]; clause: number; offset: number }>): void {
  const texts = peer.texts()
  const index = clause % texts.length
  const at = offset % ((texts[index]?.length ?? 0) + 1)
  if (act === 'split') peer.split(index, at)
  if (act === 'merge') peer.merge(index)
  if (act === 'up') peer.up(index)
  if (act === 'down') peer.down(index)
  if (act === 'type') peer.type(index, at, '+')
  if (act === 'remove') peer.remove(index)
  if (act === 'undo') peer.sync.undo()
}

/** Where the reader finds `letter`. */
function spotBehind(clauses: readonly Clause[], letter: string): Spot | null {
  const clause = clauses.find(({ text }) => text.includes(letter))
  return clause ? { clauseId: clause.id, offset: clause.text.indexOf(letter) + 1 } : null
}

describe('a place', () => {
  test('[DC10] stays behind its letter through splits, merges, moves and undo of two people, and is nowhere while that is hidden', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const [a, b, desk] = twoAt(...LETTERS)
        const places = readDraft(a.doc).clauses.flatMap(({ id, text }) => Array.from(text, (letter, index) => [letter, placeAt(a.doc, id, index + 1)] as const))
        for (const act of acts) play(act.second ? b : a, act)
        desk.exchange()
        const model = new DraftModel(a.doc)
        const clauses = readDraft(a.doc).clauses
        for (const [letter, place] of places) {
          const expected = spotBehind(clauses, letter)
          expect([letter, decodePlace(model, place)]).toEqual([letter, expected])
          expect([letter, b.sync.resolvePlace(place)]).toEqual([letter, expected])
        }
      }),
      { numRuns: 30 },
    )
  })

  test('[DC10] at the start of a clause keeps to its marker, also when the clause is merged or typed in', () => {
    const [a] = twoAt('one', 'two')
    const id = readDraft(a.doc).clauses[1]?.id ?? idNamed('none')
    const place = placeAt(a.doc, id, 0)
    a.type(1, 0, '++')
    expect(resolvePlace(a.doc, place)).toEqual({ clauseId: id, offset: 0 })
    a.merge(1)
    expect(resolvePlace(a.doc, place)).toEqual({ clauseId: readDraft(a.doc).clauses[0]?.id, offset: 3 })
  })

  test('cannot be taken where no clause is shown, and says so', () => {
    expect(() => placeAt(draftWith(par('one')), idNamed('nobody'), 0)).toThrow(idNamed('nobody'))
  })

  test('beyond the end is the end, before the start is the start', () => {
    const doc = draftWith(par('one'))
    const id = idNamed('1')
    expect([99, -3].map((offset) => resolvePlace(doc, placeAt(doc, id, offset))?.offset)).toEqual([3, 0])
  })

  test('from elsewhere is nowhere: other drafts, other types, any bytes', () => {
    const doc = draftWith(par('one'))
    const other = draftWith(par('one'))
    other.clientID = 44
    other.getText('body').insert(2, 'X')
    expect(resolvePlace(doc, encodePlace(new DraftModel(other), { clauseId: idNamed('1'), offset: 2 }))).toBeNull()
    expect(resolvePlace(doc, Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(doc.getText('body'), 0)))).toEqual({ clauseId: idNamed('1'), offset: 0 })
    expect(resolvePlace(doc, Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(doc.getArray('moves'), 0)))).toBeNull()
    const model = new DraftModel(doc)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const spot = decodePlace(model, bytes)
        expect(spot === null || (spot.clauseId === idNamed('1') && spot.offset >= 0 && spot.offset <= 3)).toBe(true)
      }),
    )
  })
})

test('an offset at a seam lies in the earlier segment', () => {
  const [a] = twoAt('one', 'two')
  a.merge(1)
  const model = new DraftModel(a.doc)
  const [block] = model.blocks
  const found = block && [2, 3, 4, 99].map((offset) => segmentAtOffset(block, offset)).map(({ segment, offset }) => [segment.at, offset])
  expect(found).toEqual([[0, 2], [0, 3], [1, 1], [1, 3]])
  expect(block && spotItem(block, 0)).toEqual({ client: block?.head.marker.id.client, clock: block?.head.marker.id.clock })
})
