import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOf } from '#shared/document/model/format.ts'
import { draftSchema } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { joinPieces, type Piece } from '#shared/document/model/piece.ts'
import { clauseOf, formatOfMarks, idOf, inlineOf, marksOfFormat, nodesOf, piecesOf } from '#shared/document/model/projection.ts'
import { twoAt } from '../desk.ts'

const anyFormat = fc
  .dictionary(fc.constantFrom('em', 'strong', 'b:one', 'b:two', '__proto__x'), fc.oneof(fc.constant(true), fc.record({ owner: fc.string() }), fc.nat()), { maxKeys: 3 })
  .map(formatOf)

const anyPieces: fc.Arbitrary<readonly Piece[]> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.string({ minLength: 1 }), anyFormat).map(([text, format]): Piece => ({ text, atom: null, format })),
      fc.tuple(fc.json(), anyFormat).map(([atom, format]): Piece => ({ text: null, atom, format })),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => joinPieces([pieces]))

test('[DC8] every content goes into the editor and comes back the same, known or not', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      expect(piecesOf(inlineOf(draftSchema, pieces))).toEqual(pieces)
    }),
  )
})

test('[DC8] every formatting is marks and comes back; only a plain "yes" is emphasis', () => {
  fc.assert(
    fc.property(anyFormat, (format) => {
      expect(formatOfMarks(marksOfFormat(draftSchema, format))).toEqual(format)
    }),
  )
  const names = (attrs: Record<string, unknown>) => marksOfFormat(draftSchema, formatOf(attrs)).map(({ type }) => type.name)
  expect(names({ em: true, strong: { weight: 900 } }).toSorted()).toEqual(['em', 'unknownMark'])
})

test('[DC7] a draft without clauses is one empty clause without id', () => {
  const nodes = nodesOf(draftSchema, [])
  expect(nodes.map((node) => [idOf(node), node.textContent])).toEqual([[null, '']])
})

test('[DC1] a clause reads with its spans united and its atoms as one unit each', () => {
  const [{ doc }] = twoAt('abcdef')
  const body = doc.getText('body')
  body.format(2, 3, { em: true })
  body.format(4, 2, { strong: true })
  body.insertEmbed(3, { note: 1 }, { em: true })
  const [block] = new DraftModel(doc).blocks
  expect(block && clauseOf(block)).toMatchObject({
    text: 'ab\ufffccdef',
    spans: [
      { from: 1, to: 5, mark: 'em' },
      { from: 4, to: 6, mark: 'strong' },
    ],
  })
})
