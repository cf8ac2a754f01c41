import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editBetween, editBlock, type Edit } from '#shared/document/writing/edit.ts'
import { formatOf, PLAIN } from '#shared/document/model/format.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { joinPieces, piecesLength, slicePieces, textOfPieces, type Piece } from '#shared/document/model/piece.ts'
import { blockPieces, type Block } from '#shared/document/model/segment.ts'
import { DraftWriter } from '#shared/document/writing/writer.ts'
import { copyOf, draftWith, meet, textsOf } from '../../../support/drafts.ts'
import { par } from '../../../support/treaty.ts'
import { anyPieces, unitsOf } from '../arbitraries.ts'

const plain = (text: string): Piece => ({ text, atom: null, format: PLAIN })
const strong = (text: string): Piece => ({ text, atom: null, format: formatOf({ strong: true }) })

/** Two contents with what they are known to share at either end. */
const anyPair = fc.record({ start: anyPieces, old: anyPieces, now: anyPieces, end: anyPieces, known: fc.boolean() }).map(({ start, old, now, end, known }) => ({
  base: joinPieces([start, old, end]),
  revised: joinPieces([start, now, end]),
  kept: known ? { prefix: piecesLength(start), suffix: piecesLength(end) } : { prefix: 0, suffix: 0 },
}))

function applied(base: readonly Piece[], { from, to, added, reformats }: Edit): readonly Piece[] {
  let pieces = base
  for (const change of reformats) {
    const stretch = slicePieces(pieces, change.from, change.to)
    expect(stretch.every(({ format }) => format.key === change.before.key)).toBe(true)
    pieces = joinPieces([slicePieces(pieces, 0, change.from), stretch.map((piece) => ({ ...piece, format: change.after })), slicePieces(pieces, change.to, Infinity)])
  }
  return joinPieces([slicePieces(pieces, 0, from), added, slicePieces(pieces, to, Infinity)])
}

/** Whether a cut at `at` falls between the halves of a pair. */
const cutsPair = (pieces: readonly Piece[], at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(textOfPieces(pieces).slice(Math.max(0, at - 1), at + 1))

describe('the least edit', () => {
  test('[DC8] leads from one content to the other, whatever is known to stay', () => {
    fc.assert(
      fc.property(anyPair, ({ base, revised, kept }) => {
        expect(unitsOf(applied(base, editBetween(base, revised, kept)))).toEqual(unitsOf(revised))
      }),
    )
  })

  test('[DC8] never cuts a surrogate pair, neither in what goes nor in what comes nor in what is reformatted', () => {
    fc.assert(
      fc.property(anyPair, ({ base, revised, kept }) => {
        const { from, to, added, reformats } = editBetween(base, revised, kept)
        for (const at of [from, to, ...reformats.flatMap((change) => [change.from, change.to])]) expect(cutsPair(base, at)).toBe(false)
        expect(added.every(({ text }) => text === null || text.isWellFormed())).toBe(true)
      }),
    )
  })

  test('[DC8] leaves what is known to stay, but for a pair at its edge', () => {
    fc.assert(
      fc.property(anyPair, ({ base, revised, kept }) => {
        const { from, to, added, reformats } = editBetween(base, revised, kept)
        expect(from).toBeGreaterThanOrEqual(kept.prefix - 1)
        expect(to).toBeLessThanOrEqual(piecesLength(base) - kept.suffix + 1)
        expect(reformats.every((change) => change.from >= kept.prefix - 1 && change.to <= piecesLength(base) - kept.suffix + 1)).toBe(true)
        expect(piecesLength(base) - (to - from) + piecesLength(added)).toBe(piecesLength(revised))
      }),
    )
  })

})

const blockOf = (doc: ReturnType<typeof draftWith>): Readonly<{ writer: DraftWriter; block: Block }> => {
  const model = new DraftModel(doc)
  const [block] = model.blocks
  if (!block) throw new Error('the draft has a clause')
  return { writer: new DraftWriter(model), block }
}

describe('an edit of a clause in the Y.Doc', () => {
  test('[DC8] makes it say what was meant, words, atoms and formatting, and leaves its neighbour', () => {
    fc.assert(
      fc.property(anyPair, ({ base, revised, kept }) => {
        const doc = draftWith(par(''), par('neighbour'))
        const { writer, block } = blockOf(doc)
        for (const [target, ends] of [[base, { prefix: 0, suffix: 0 }], [revised, kept]] as const) {
          doc.transact(() => editBlock(writer, block, { revised: target, ...ends }))
          const fresh = new DraftModel(doc)
          expect(fresh.blocks.map(blockPieces)).toEqual([target, [plain('neighbour')]])
          expect(writer.model.blocks.map(blockPieces)).toEqual([target, [plain('neighbour')]])
        }
      }),
    )
  })

  test('[DC8] two who make the same word bold do not double it', () => {
    const doc = draftWith(par('The Parties shall cooperate'))
    const others = [copyOf(doc, 2), copyOf(doc, 3)]
    for (const other of others) {
      const { writer, block } = blockOf(other)
      other.transact(() => editBlock(writer, block, { revised: [plain('The Parties '), strong('shall'), plain(' cooperate')], prefix: 0, suffix: 0 }))
    }
    meet(doc, ...others)
    expect(new DraftModel(doc).blocks.map(blockPieces)).toEqual([[plain('The Parties '), strong('shall'), plain(' cooperate')]])
  })

  test('[DC9] writes nothing where nothing differs', () => {
    const doc = draftWith(par('one'))
    const { writer, block } = blockOf(doc)
    let updates = 0
    doc.on('update', () => updates++)
    editBlock(writer, block, { revised: [plain('one')], prefix: 1, suffix: 1 })
    expect([updates, textsOf(doc)]).toEqual([0, ['one']])
  })
})
