import type { Format } from './format.ts'

/**
 * A stretch of a clause's content: words, or one inline atom that this schema does not know (`atom`: its embed as JSON, one
 * unit long). Pieces of one list are non-empty, and neighbours that are words differ in format.
 */
export type Piece =
  | Readonly<{ text: string; atom: null; format: Format }>
  | Readonly<{ text: null; atom: string; format: Format }>

export const pieceLength = (piece: Piece): number => (piece.atom === null ? piece.text.length : 1)

export const piecesLength = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + pieceLength(piece), 0)

/** Adds `piece` behind `pieces`, uniting words of one format. */
export function pushPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (piece.atom === null && piece.text === '') return
  if (last && last.atom === null && piece.atom === null && last.format.key === piece.format.key) {
    pieces[pieces.length - 1] = { text: last.text + piece.text, atom: null, format: last.format }
  } else pieces.push(piece)
}

export function joinPieces(lists: Iterable<readonly Piece[]>): Piece[] {
  const joined: Piece[] = []
  for (const list of lists) for (const piece of list) pushPiece(joined, piece)
  return joined
}

/** The stretch `from`–`to` of `pieces`, in units. */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const cut: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const end = at + pieceLength(piece)
    if (at >= to) break
    if (end > from) {
      if (piece.atom === null) {
        pushPiece(cut, { ...piece, text: piece.text.slice(Math.max(0, from - at), Math.min(end, to) - at) })
      } else pushPiece(cut, piece)
    }
    at = end
  }
  return cut
}

export const samePiece = (left: Piece, right: Piece): boolean =>
  left.text === right.text && left.atom === right.atom && left.format.key === right.format.key

/** Whether both lists say the same with the same formatting (DC8: never ProseMirror's order of marks). */
export const samePieces = (left: readonly Piece[], right: readonly Piece[]): boolean =>
  left.length === right.length &&
  left.every((piece, index) => {
    const other = right[index]
    return other !== undefined && samePiece(piece, other)
  })

/** What an atom reads as in plain text, so that offsets in the text and in the editor agree. */
export const ATOM_TEXT = '\ufffc'

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text ?? ATOM_TEXT).join('')
