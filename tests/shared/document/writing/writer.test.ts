import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { formatOf, PLAIN } from '#shared/document/model/format.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { joinPieces, piecesLength, slicePieces, textOfPieces, type Piece } from '#shared/document/model/piece.ts'
import { entryOf, rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import { blockPieces, type Block } from '#shared/document/model/segment.ts'
import { DraftWriter } from '#shared/document/writing/writer.ts'
import { copyOf, draftWith, textsOf } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'
import { anyFormat, anyPieces, unitsOf } from '../arbitraries.ts'

const plain = (text: string): Piece => ({ text, atom: null, format: PLAIN })

/** Clauses of two segments and of one, and a writer on them. */
function desk() {
  const doc = draftWith(par('The Parties'), par(' shall'), par('cooperate'))
  entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('joined', '<')
  const model = new DraftModel(doc)
  const blockAt = (index: number): Block => {
    const block = model.blocks[index % model.blocks.length]
    if (!block) throw new Error('the draft has clauses')
    return block
  }
  return { doc, model, writer: new DraftWriter(model), blockAt }
}

const anyAct = fc.record({
  act: fc.constantFrom('insert', 'insert words', 'remove', 'format'),
  clause: fc.nat(1),
  from: fc.nat(60),
  length: fc.nat(12),
  pieces: anyPieces,
  format: anyFormat,
})
type Act = typeof anyAct extends fc.Arbitrary<infer One> ? One : never

/** The writer is never asked to cut a pair: its callers see to that (DC8). */
const notInsidePair = (pieces: readonly Piece[], at: number): number =>
  /[\ud800-\udbff]$/.test(textOfPieces(slicePieces(pieces, 0, at))) ? at - 1 : at

/** What the act makes of the content of a clause; written by `writer` too. */
function play(writer: DraftWriter, block: Block, { act, from, length, pieces, format }: Act): readonly Piece[] {
  const before = blockPieces(block)
  const size = piecesLength(before)
  const start = notInsidePair(before, from % (size + 1))
  const end = notInsidePair(before, Math.min(size, start + length))
  const around = (middle: readonly Piece[]) => joinPieces([slicePieces(before, 0, start), middle, slicePieces(before, end, size)])
  if (act === 'remove') {
    writer.remove(block, start, end)
    return around([])
  }
  if (act === 'format') {
    const [first] = slicePieces(before, start, end)
    if (!first) return before
    const to = start + piecesLength([first])
    writer.format(block, { from: start, to }, { before: first.format, after: format })
    return joinPieces([slicePieces(before, 0, start), [{ ...first, format }], slicePieces(before, to, size)])
  }
  const inForce = slicePieces(before, start - 1, start)[0]?.format ?? PLAIN
  const added = act === 'insert' ? pieces : [{ text: 'xy', atom: null, format: inForce }]
  writer.insert(block, start, added)
  return joinPieces([slicePieces(before, 0, start), added, slicePieces(before, start, size)])
}

describe('what is written', () => {
  test('[DC9] is what was meant, in the model, in a fresh one, and in the copy of somebody who got the updates', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 8 }), (acts) => {
        const { doc, model, writer, blockAt } = desk()
        const copy = copyOf(doc, 2)
        doc.on('update', (update: Uint8Array) => Y.applyUpdate(copy, update))
        for (const act of acts) {
          const expected = model.blocks.map((block) => unitsOf(blockPieces(block)))
          doc.transact(() => {
            expected[act.clause % model.blocks.length] = unitsOf(play(writer, blockAt(act.clause), act))
          })
          for (const one of [model, new DraftModel(doc), new DraftModel(copy)]) {
            expect(one.blocks.map((block) => unitsOf(blockPieces(block)))).toEqual(expected)
          }
          expect(rootsOf(copy).body.toDelta()).toEqual(rootsOf(doc).body.toDelta())
        }
      }),
    )
  })

  test('[DC6] spares every marker, whatever is removed over it', () => {
    const { doc, writer, blockAt } = desk()
    doc.transact(() => writer.remove(blockAt(0), 0, 17))
    expect(textsOf(doc)).toEqual(['', 'cooperate'])
    expect(new DraftModel(doc).storage.map(({ id }) => id)).toEqual(['1', '2', '3'].map(idNamed))
  })

  test('[DC1] goes around a unit that no clause shows', () => {
    const { doc } = desk()
    rootsOf(doc).body.insertEmbed(4, { clause: idNamed('1') })
    const model = new DraftModel(doc)
    const writer = new DraftWriter(model)
    const [block] = model.blocks
    doc.transact(() => {
      if (block) writer.remove(block, 2, 6)
      if (block) writer.insert(block, 3, [plain('++')])
      if (block) writer.insert(block, 8, [{ text: '!', atom: null, format: formatOf({ em: true }) }])
    })
    const fresh = new DraftModel(doc)
    expect(textsOf(doc)[0]).toBe('Thr++tie!s shall')
    expect(fresh.storage[0]?.reading.width).toBe((fresh.storage[0]?.reading.length ?? 0) + 1)
  })

  test('at a seam goes to the earlier segment, with the formatting in force there', () => {
    const { doc, model, writer, blockAt } = desk()
    const em = formatOf({ em: true })
    doc.transact(() => {
      writer.format(blockAt(0), { from: 4, to: 11 }, { before: PLAIN, after: em })
      writer.insert(blockAt(0), 11, [{ text: '!', atom: null, format: em }])
    })
    expect(model.storage[0]?.reading.pieces).toEqual([plain('The '), { text: 'Parties!', atom: null, format: em }])
    expect(model.storage[1]?.reading.pieces).toEqual([plain(' shall')])
  })
})

test('a marker makes a segment of what stands behind it, in the formatting of its place', () => {
  const { doc, model, writer, blockAt } = desk()
  const id = idNamed('new')
  doc.transact(() => {
    writer.format(blockAt(0), { from: 0, to: 11 }, { before: PLAIN, after: formatOf({ em: true }) })
    writeEntry(rootsOf(doc).clauses, id, { kind: 'item', depth: 2, number: null, from: null, heads: true })
    const made = writer.mark(model.segmentAt(0), 4, id)
    expect([made.id, made.at, made.flags.kind, made.startFormat.key]).toEqual([id, 1, 'item', formatOf({ em: true }).key])
  })
  expect(new DraftModel(doc).storage.map(({ id, reading }) => [id, reading.pieces[0]?.text])).toEqual([
    [idNamed('1'), 'The '],
    [id, 'Parties'],
    [idNamed('2'), ' shall'],
    [idNamed('3'), 'cooperate'],
  ])
})

test('a flag is set on the entry and known at once; an entry that is missing stays so', () => {
  const { doc, model, writer } = desk()
  writer.set(model.segmentAt(0), 'removed', true)
  expect([model.segmentAt(0).flags.removed, entryOf(rootsOf(doc).clauses, idNamed('1'))?.get('removed')]).toEqual([true, true])
  const missing = new Y.Doc()
  missing.getText('body').insertEmbed(0, { clause: idNamed('1') })
  const other = new DraftWriter(new DraftModel(missing))
  other.set(other.model.segmentAt(0), 'removed', true)
  other.stampRemoval(other.model.segmentAt(0), { with: idNamed('1'), seen: {} })
  expect(rootsOf(missing).clauses.size).toBe(0)
})

test('a removal stamp is added to those that are there', () => {
  const { doc, model, writer } = desk()
  for (const seen of [{ 1: 3 }, { 2: 9 }]) writer.stampRemoval(model.segmentAt(1), { with: idNamed('1'), seen })
  const removals: unknown = entryOf(rootsOf(doc).clauses, idNamed('2'))?.get('removals')
  expect(removals instanceof Y.Array && removals.toJSON()).toEqual([
    { how: 'delete', with: idNamed('1'), seen: { 1: 3 } },
    { how: 'delete', with: idNamed('1'), seen: { 2: 9 } },
  ])
})

test('logical times rise above all that was seen', () => {
  const { doc, writer } = desk()
  rootsOf(doc).moves.push([{ id: idNamed('1'), after: null, stamp: [40, 9] }])
  writer.model.load()
  expect([writer.nextStamp(), writer.nextStamp()]).toEqual([[41, doc.clientID], [42, doc.clientID]])
})
