import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editBetween, type Edit } from '#shared/document/writing/edit.ts'
import { formatOf, PLAIN } from '#shared/document/model/format.ts'
import { joinPieces, piecesLength, slicePieces, textOfPieces, type Piece } from '#shared/document/model/piece.ts'

const formats = [PLAIN, formatOf({ em: true }), formatOf({ strong: true })]
const anyPieces: fc.Arbitrary<readonly Piece[]> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.stringMatching(/^[ab]{1,3}$/), fc.constantFrom(...formats)).map(([text, format]): Piece => ({ text, atom: null, format })),
      fc.constantFrom('😀', '😁').map((text): Piece => ({ text, atom: null, format: PLAIN })),
      fc.constantFrom(...formats).map((format): Piece => ({ text: null, atom: '{"note":1}', format })),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => joinPieces([pieces]))

/** `base` after `edit`, its reformatted stretches included. */
function applied(base: readonly Piece[], { from, to, added, reformats }: Edit): readonly Piece[] {
  let pieces = base
  for (const change of reformats) {
    const middle = slicePieces(pieces, change.from, change.to).map((piece): Piece => ({ ...piece, format: change.after }))
    pieces = joinPieces([slicePieces(pieces, 0, change.from), middle, slicePieces(pieces, change.to, piecesLength(pieces))])
  }
  return joinPieces([slicePieces(pieces, 0, from), added, slicePieces(pieces, to, piecesLength(pieces))])
}

const words = (text: string): readonly Piece[] => (text === '' ? [] : [{ text, atom: null, format: PLAIN }])
const nothing = { prefix: 0, suffix: 0 }

describe('the edit from one content to another', () => {
  test('[DC8] gives the other, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(anyPieces, anyPieces, (base, revised) => {
        const edit = editBetween(base, revised, nothing)
        expect(applied(base, edit)).toEqual(revised)
        expect(textOfPieces(edit.added).isWellFormed()).toBe(true)
        expect(textOfPieces(slicePieces(base, 0, edit.from)).isWellFormed()).toBe(true)
      }),
    )
  })

  test('[DC8] leaves equal ends alone, and changes formatting as formatting', () => {
    fc.assert(
      fc.property(anyPieces, (base) => {
        const edit = editBetween(base, base, nothing)
        expect([edit.from === edit.to, edit.added, edit.reformats]).toEqual([true, [], []])
        const bold = base.map((piece): Piece => ({ ...piece, format: formatOf({ strong: true }) }))
        const change = editBetween(base, joinPieces([bold]), nothing)
        expect([change.from === change.to, change.added]).toEqual([true, []])
      }),
    )
  })

  test('[DC9] places a doubled letter where it was typed', () => {
    expect(editBetween(words('aaa'), words('aaaa'), { prefix: 1, suffix: 2 })).toMatchObject({ from: 1, to: 1 })
    expect(editBetween(words('aaa'), words('aaaa'), nothing)).toMatchObject({ from: 3, to: 3 })
  })

  test('[DC8] replaces an emoji whole, whatever half a step named', () => {
    expect(editBetween(words('a😀b'), words('a😁b'), { prefix: 2, suffix: 1 })).toMatchObject({ from: 1, to: 3, added: words('😁') })
    expect(editBetween(words('😀'), words('🨀'), { prefix: 0, suffix: 1 })).toMatchObject({ from: 0, to: 2, added: words('🨀') })
  })
})
