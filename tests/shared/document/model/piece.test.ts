import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOf, PLAIN } from '#shared/document/model/format.ts'
import { joinPieces, pieceLength, piecesLength, pushPiece, samePiece, samePieces, slicePieces, textOfPieces, type Piece } from '#shared/document/model/piece.ts'
import { anyPiece, anyPieces, unitsOf } from '../arbitraries.ts'

const plain = (text: string): Piece => ({ text, atom: null, format: PLAIN })
const isNormal = (pieces: readonly Piece[]) =>
  pieces.every((piece, index) => {
    const before = pieces[index - 1]
    return piece.text !== '' && (before === undefined || before.atom !== null || piece.atom !== null || before.format.key !== piece.format.key)
  })

test('joined pieces say the same, none empty, no two neighbours of words in one format', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyPiece, { maxLength: 4 }), { maxLength: 4 }), (lists) => {
      const joined = joinPieces(lists)
      expect(isNormal(joined)).toBe(true)
      expect(unitsOf(joined)).toEqual(lists.flatMap(unitsOf))
    }),
  )
})

test('a slice is the units from its start to its end, within what there is', () => {
  fc.assert(
    fc.property(anyPieces, fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 }), (pieces, from, to) => {
      const slice = slicePieces(pieces, from, to)
      expect(unitsOf(slice)).toEqual(unitsOf(pieces).slice(Math.max(0, from), Math.max(0, to)))
      expect(isNormal(slice)).toBe(true)
    }),
  )
})

test('two slices at one cut join to the whole', () => {
  fc.assert(
    fc.property(anyPieces, fc.nat(), (pieces, at) => {
      const length = piecesLength(pieces)
      const cut = at % (length + 1)
      expect(joinPieces([slicePieces(pieces, 0, cut), slicePieces(pieces, cut, length)])).toEqual(pieces)
    }),
  )
})

test('pieces are the same when they mean the same', () => {
  fc.assert(
    fc.property(anyPieces, anyPieces, (left, right) => {
      const same = JSON.stringify(unitsOf(left)) === JSON.stringify(unitsOf(right))
      expect(samePieces(left, right)).toBe(same)
      expect(samePieces(left, joinPieces([slicePieces(left, 0, 1), slicePieces(left, 1, 99)]))).toBe(true)
    }),
  )
})

test('an atom is one unit, in length and in plain text', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      expect(piecesLength(pieces)).toBe(unitsOf(pieces).length)
      expect(textOfPieces(pieces)).toHaveLength(piecesLength(pieces))
    }),
  )
  const atom: Piece = { text: null, atom: '{"ref":12}', format: PLAIN }
  expect(pieceLength(atom)).toBe(1)
  expect(textOfPieces([plain('see '), atom, plain('.')])).toBe('see \ufffc.')
})

test('an atom is never united with its like, nor taken for words', () => {
  const atom: Piece = { text: null, atom: '{"ref":12}', format: PLAIN }
  expect(joinPieces([[atom], [atom]])).toHaveLength(2)
  expect(samePiece(atom, plain('{"ref":12}'))).toBe(false)
})

test('words are pushed onto words of one format, and only onto these', () => {
  const pieces = [plain('The ')]
  pushPiece(pieces, plain('Parties'))
  expect(pieces).toEqual([plain('The Parties')])
  pushPiece(pieces, { text: ' shall', atom: null, format: formatOf({ em: true }) })
  pushPiece(pieces, plain(''))
  expect(pieces.map(({ text }) => text)).toEqual(['The Parties', ' shall'])
})
