import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { PLAIN, formatOf } from '#shared/document/model/format.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { joinPieces, pushPiece, slicePieces, type Piece } from '#shared/document/model/piece.ts'
import { rootsOf } from '#shared/document/yjs/roots.ts'
import { blockLength, blockPieces, isHiddenRun, markerBefore, readHead, readSegment, type Segment } from '#shared/document/model/segment.ts'
import { firstItem, markedClause, markerOf } from '#shared/document/yjs/yjs-internals.ts'
import { draftWith } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

/** A change of the body that spares markers: at a fraction of its length. */
type Change = Readonly<{ what: 'type' | 'delete' | 'embolden' | 'atom'; at: number; length: number }>
const anyChanges = fc.array(
  fc.record({ what: fc.constantFrom<Change['what']>('type', 'delete', 'embolden', 'atom'), at: fc.nat(99), length: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 12 },
)

const isMarkerAt = (body: Y.Text, index: number) => {
  let at = 0
  for (const { insert } of body.toDelta() as readonly { insert: unknown }[]) {
    if (at === index && typeof insert !== 'string') return markedClause(insert) !== null
    at += typeof insert === 'string' ? insert.length : 1
  }
  return false
}

function change(body: Y.Text, { what, at, length }: Change): void {
  const index = 1 + (at % body.length)
  if (what === 'type') body.insert(index, 'xyz'.slice(0, length))
  else if (what === 'atom') body.insertEmbed(index, { ref: length })
  else if (index + length <= body.length) {
    if (what === 'embolden') body.format(index, length, { strong: at % 2 === 0 ? true : null })
    else for (let left = length; left > 0; left--) if (index < body.length && !isMarkerAt(body, index)) body.delete(index, 1)
  }
}

/** What Yjs itself says stands behind each marker. */
function piecesByMarker(body: Y.Text): Map<string, Piece[]> {
  const all = new Map<string, Piece[]>()
  let current: Piece[] = []
  for (const { insert, attributes } of body.toDelta() as readonly { insert: unknown; attributes?: Record<string, unknown> }[]) {
    const id = markedClause(insert)
    const format = formatOf(attributes ?? {})
    if (id !== null) all.set(id, (current = []))
    else pushPiece(current, typeof insert === 'string' ? { text: insert, atom: null, format } : { text: null, atom: JSON.stringify(insert), format })
  }
  return all
}

const threeClauses = () => draftWith(par('The Parties shall'), par('cooperate'), par(''))

test('a segment holds what Yjs says stands between two markers, format included', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const doc = threeClauses()
      const { body } = rootsOf(doc)
      for (const one of changes) change(body, one)
      const { storage } = new DraftModel(doc)
      expect(new Map(storage.map(({ id, reading }) => [id as string, reading.pieces]))).toEqual(piecesByMarker(body))
      expect(storage.reduce((sum, { reading }) => sum + 1 + reading.width, 0)).toBe(body.length)
    }),
  )
})

test('the splices of a transaction lead from the words before it to those after it', () => {
  fc.assert(
    fc.property(anyChanges, anyChanges, (earlier, changes) => {
      const doc = threeClauses()
      const { body } = rootsOf(doc)
      for (const one of earlier) change(body, one)
      const before = new DraftModel(doc).storage.map(({ reading }) => reading.pieces)
      const after: (readonly Piece[])[] = []
      doc.on('afterTransaction', (transaction: Y.Transaction) => {
        new DraftModel(doc).storage.forEach(({ marker, startFormat }, index) => {
          const { splices, pieces } = readSegment(marker, startFormat, { ends: () => true, transaction })
          let patched: readonly Piece[] = before[index] ?? []
          for (const { at, removed, added } of splices.toReversed()) {
            patched = joinPieces([slicePieces(patched, 0, at), added, slicePieces(patched, at + removed, 999)])
          }
          after.push(patched)
          expect(patched.map(({ text, atom }) => text ?? atom).join('')).toBe(pieces.map(({ text, atom }) => text ?? atom).join(''))
        })
      })
      doc.transact(() => {
        for (const one of changes) change(body, one)
      })
      expect(after).toHaveLength(3)
    }),
  )
})

test('a marker that ends nothing is a hidden unit: it has width, but is not shown', () => {
  const doc = draftWith(par('ab'))
  const { body } = rootsOf(doc)
  body.insertEmbed(2, { clause: idNamed('1') })
  const [segment] = new DraftModel(doc).storage
  expect(segment?.reading).toMatchObject({ length: 2, width: 3, next: null })
  expect(segment?.reading.runs.map(isHiddenRun)).toEqual([false, true, false])
  expect(segment?.reading.pieces).toEqual([{ text: 'ab', atom: null, format: PLAIN }])
})

test('what stands before the first marker is measured, and its formatting reaches in', () => {
  const doc = draftWith(par('ab'))
  const { body } = rootsOf(doc)
  expect(readHead(body)).toMatchObject({ width: 0, endFormat: PLAIN })
  body.insert(0, 'xy', { em: true })
  body.format(0, 3, { em: true })
  const head = readHead(body)
  expect([head.width, head.endFormat, head.first && markerOf(head.first)]).toEqual([2, formatOf({ em: true }), idNamed('1')])
  expect(readHead(new Y.Doc().getText('body'))).toEqual({ first: null, width: 0, endFormat: PLAIN })
})

test('the marker before an item is the nearest one that counts', () => {
  const doc = draftWith(par('one'), par('two'))
  const model = new DraftModel(doc)
  const [first, second] = model.storage
  const word = second?.marker.right ?? null
  expect(word && markerBefore(word, (item) => model.isStanding(item))).toBe(second?.marker)
  expect(word && markerBefore(word, (item) => item === first?.marker)).toBe(first?.marker)
  expect(word && markerBefore(word, () => false)).toBeNull()
  expect(first?.marker).toBe(firstItem(rootsOf(doc).body))
})

test('a clause shows the words of its segments one after the other, united', () => {
  const doc = draftWith(par('one'), par('two'), par('three'))
  const entry = rootsOf(doc).clauses.get(idNamed('2'))
  if (entry instanceof Y.Map) entry.set('joined', '<')
  const [block, last] = new DraftModel(doc).blocks
  const segments: readonly Segment[] = block?.segments ?? []
  expect(segments.map(({ id }) => id)).toEqual([idNamed('1'), idNamed('2')])
  expect(block && blockPieces(block)).toEqual([{ text: 'onetwo', atom: null, format: PLAIN }])
  expect(block && blockLength(block)).toBe(6)
  expect(last && blockLength(last)).toBe(5)
})
