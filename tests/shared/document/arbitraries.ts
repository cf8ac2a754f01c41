import fc from 'fast-check'
import { formatOf, type Format } from '#shared/document/model/format.ts'
import { joinPieces, type Piece } from '#shared/document/model/piece.ts'

/** A few formattings, so that equal ones meet often. */
export const anyFormat: fc.Arbitrary<Format> = fc
  .constantFrom({}, { em: true }, { strong: true }, { em: true, strong: true }, { 'b:1': { by: 'Fiji' } })
  .map(formatOf)

/** Letters that repeat, a pair of surrogates and a line break. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1f600}', '\u{1f601}', '\n'), maxLength: 6 })

export const anyPiece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: words, atom: fc.constant(null), format: anyFormat }) },
  { weight: 1, arbitrary: fc.record({ text: fc.constant(null), atom: fc.constantFrom('{"ref":1}', '{"ref":2}'), format: anyFormat }) },
)

/** The content of a clause: pieces as the room keeps them. */
export const anyPieces: fc.Arbitrary<readonly Piece[]> = fc.array(anyPiece, { maxLength: 7 }).map((pieces) => joinPieces([pieces]))

/** Content unit by unit, each with its formatting: what a list of pieces means. */
export const unitsOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(({ text, atom, format }) => (atom === null ? text.split('') : [atom]).map((unit) => `${unit}|${format.key}`))
