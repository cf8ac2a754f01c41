import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { textOfPieces } from '#shared/document/model/piece.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { blockLength, blockPieces, type Block } from '#shared/document/model/segment.ts'
import { insertBehind, joinBehind, ownHead, removeBlock, removedSegments, restore, splitBlock } from '#shared/document/writing/structure.ts'
import { DraftWriter } from '#shared/document/writing/writer.ts'
import { draftWith, textsOf } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

const writerOn = (...texts: readonly string[]) => new DraftWriter(new DraftModel(draftWith(...texts.map((text) => par(text)))))
const clauseNamed = (name: string) => ({ id: idNamed(name), kind: 'paragraph', depth: 0, number: null }) as const
const textOf = (block: Block) => textOfPieces(blockPieces(block))
const blockAt = (writer: DraftWriter, index: number): Block => {
  const block = writer.model.blocks[index % writer.model.blocks.length]
  if (!block) throw new Error('the draft has clauses')
  return block
}
/** Runs `act` in a transaction and makes the layout anew. */
const write = (writer: DraftWriter, act: () => void): void => {
  writer.model.doc.transact(act)
  writer.model.relayout()
}
const shown = ({ blocks }: DraftModel) => new Map<ClauseId, string>(blocks.map((block) => [block.head.id, textOf(block)]))

describe('splits, merges, removals and returns', () => {
  test('[DC3] [DC4] [DC6] in any sequence do to the words of each clause what they say', () => {
    const anyActs = fc.array(fc.record({ act: fc.constantFrom('split', 'join', 'remove', 'restore', 'insert'), clause: fc.nat(9), other: fc.nat(9), offset: fc.nat(20) }), { maxLength: 10 })
    fc.assert(
      fc.property(anyActs, (acts) => {
        const writer = writerOn('abcd', 'efgh', 'ijkl')
        const expected = shown(writer.model)
        const gone = new Map<ClauseId, string>()
        let count = 0
        for (const { act, clause, other, offset } of acts) {
          if (writer.model.blocks.length === 0) continue
          const [block, second] = [blockAt(writer, clause), blockAt(writer, other)]
          const [text, id] = [textOf(block), block.head.id]
          const fresh = clauseNamed(`n${count++}`)
          const [back] = gone.keys()
          write(writer, () => {
            ownHead(writer, block)
            if (act === 'split') {
              const at = offset % (text.length + 1)
              splitBlock(writer, block, { offset: at, clause: fresh })
              expected.set(id, text.slice(0, at)).set(fresh.id, text.slice(at))
            } else if (act === 'join' && second !== block) {
              ownHead(writer, second)
              joinBehind(writer, block.segments.at(-1) ?? block.head, second.head)
              expected.set(id, text + textOf(second)).delete(second.head.id)
            } else if (act === 'insert') {
              insertBehind(writer, block.segments.at(-1) ?? block.head, fresh)
              expected.set(fresh.id, '')
            } else if (act === 'remove') {
              removeBlock(writer, block)
              gone.set(id, text)
              expected.delete(id)
            } else if (act === 'restore' && back !== undefined) {
              restore(writer, back)
              expected.set(back, gone.get(back) ?? '')
              gone.delete(back)
            }
          })
          const fromScratch = new DraftModel(writer.model.doc)
          for (const model of [writer.model, fromScratch]) expect(shown(model)).toEqual(expected)
        }
      }),
    )
  })

  test('[DC3] a merge is dynamic with the neighbour in storage, and by name with any other', () => {
    const writer = writerOn('one', 'two', 'three')
    const [first, second, third] = writer.model.blocks.map(({ head }) => head)
    if (!first || !second || !third) throw new Error('three clauses')
    write(writer, () => joinBehind(writer, first, second))
    expect(second.flags.joined).toBe('<')
    write(writer, () => joinBehind(writer, first, third))
    expect(third.flags.joined).toEqual({ id: first.id, stamp: [1, 1] })
    expect(textsOf(writer.model.doc)).toEqual(['onetwothree'])
  })

  test('[DC4] a head that stood alone because what it continued was removed says so itself', () => {
    const writer = writerOn('one', 'two')
    const { clauses } = rootsOf(writer.model.doc)
    entryOf(clauses, idNamed('2'))?.set('joined', '<')
    entryOf(clauses, idNamed('1'))?.set('removed', true)
    writer.model.load()
    write(writer, () => ownHead(writer, blockAt(writer, 0)))
    write(writer, () => restore(writer, idNamed('1')))
    expect(textsOf(writer.model.doc)).toEqual(['one', 'two'])
  })

  test('[DC4] a new marker does not adopt what continued the segment before it', () => {
    const writer = writerOn('one', 'two')
    entryOf(rootsOf(writer.model.doc).clauses, idNamed('2'))?.set('joined', '<')
    writer.model.load()
    write(writer, () => insertBehind(writer, writer.model.segmentAt(0), clauseNamed('new')))
    expect(textsOf(writer.model.doc)).toEqual(['onetwo', ''])
  })

  test('a split tells what it was split from, an empty clause put in is split from none', () => {
    const writer = writerOn('abcd')
    write(writer, () => splitBlock(writer, blockAt(writer, 0), { offset: 2, clause: clauseNamed('tail') }))
    write(writer, () => insertBehind(writer, writer.model.segmentAt(1), clauseNamed('new')))
    expect(writer.model.storage.map(({ flags }) => flags.from)).toEqual([null, idNamed('1'), null])
  })
})

describe('a removed clause', () => {
  test('[DC6] keeps its words, and tells what of each writer was seen to go', () => {
    const writer = writerOn('one', 'two')
    const block = blockAt(writer, 0)
    const last = block.head.marker.right
    write(writer, () => removeBlock(writer, block))
    expect(textsOf(writer.model.doc)).toEqual(['two'])
    expect(writer.model.storage.map(({ reading }) => reading.length)).toEqual([3, 3])
    const removals: unknown = entryOf(rootsOf(writer.model.doc).clauses, idNamed('1'))?.get('removals')
    expect(removals instanceof Y.Array && removals.toJSON()).toEqual([{ how: 'delete', with: idNamed('1'), seen: { 1: (last?.id.clock ?? 0) + 3 } }])
  })

  test('[DC6] would come back with the segments it had; one that is shown or unknown is not removed', () => {
    const writer = writerOn('one', 'two', 'three')
    write(writer, () => joinBehind(writer, writer.model.segmentAt(0), writer.model.segmentAt(1)))
    expect(blockLength(blockAt(writer, 0))).toBe(6)
    write(writer, () => removeBlock(writer, blockAt(writer, 0)))
    expect(removedSegments(writer.model, idNamed('1'))?.map(({ id }) => id)).toEqual([idNamed('1'), idNamed('2')])
    expect(removedSegments(writer.model, idNamed('3'))).toBeNull()
    expect(removedSegments(writer.model, idNamed('nobody'))).toBeNull()
  })
})
