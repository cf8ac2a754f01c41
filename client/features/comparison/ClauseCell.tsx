import type { ReactNode } from 'react'
import type { SpanMark } from '#shared/clauses/index.ts'
import { piecesOf, wholePieces, type Piece } from './pieces.ts'
import type { Line, SideClause } from './lines.ts'

/** What a cell shows of a row: the redline of both sides, or one side of it alone. */
export type CellSide = 'both' | 'base' | 'revised'

/** One clause as the treaty page prints it, with its redline. Null where this side has no such clause. */
export function ClauseCell({ line, side }: Readonly<{ line: Line; side: CellSide }>): ReactNode {
  const shown = shownOn(line, side)
  if (shown === null) return null
  return <PrintedClause shown={shown} pieces={piecesOn(line, side)} isWhole={isWhole(line)} />
}

/** A clause as the treaty page prints it, made of `pieces`. `isWhole`: struck or inserted from end to end. */
export function PrintedClause({ shown: { clause, label }, pieces, isWhole }: Readonly<{ shown: SideClause; pieces: readonly Piece[]; isWhole: boolean }>) {
  return (
    <div data-clause="" data-kind={clause.kind} data-depth={clause.depth} data-label={label} data-whole={isWhole || undefined} dir="auto">
      {pieces.map((piece, at) => (
        <PieceText key={at} piece={piece} />
      ))}
    </div>
  )
}

/** Struck or inserted from end to end: the lines are then drawn lighter, for one reads the words and not the change. */
const isWhole = ({ row, base, revised }: Line): boolean => row.ghostOf !== null || base === null || revised === null

function shownOn(line: Line, side: CellSide): SideClause | null {
  return side === 'both' ? line.shown : line[side]
}

function piecesOn(line: Line, side: CellSide): readonly Piece[] {
  const { row, base, revised } = line
  if (row.ghostOf !== null && base) return wholePieces(base.clause, 'strike')
  if (row.redline === null) {
    if (revised && base) return wholePieces((side === 'base' ? base : revised).clause, 'keep')
    if (revised) return wholePieces(revised.clause, 'insert')
    return base ? wholePieces(base.clause, 'strike') : []
  }
  const hidden = side === 'base' ? 'insert' : side === 'revised' ? 'strike' : null
  return piecesOf(row.redline.runs, base?.clause ?? null, revised?.clause ?? null).filter(({ kind }) => kind !== hidden)
}

function PieceText({ piece }: Readonly<{ piece: Piece }>): ReactNode {
  const words = piece.marks.reduce<ReactNode>(emphasised, piece.text)
  if (piece.kind === 'insert') return <ins>{words}</ins>
  return piece.kind === 'strike' ? <del>{words}</del> : words
}

const emphasised = (words: ReactNode, mark: SpanMark): ReactNode => (mark === 'em' ? <em>{words}</em> : <strong>{words}</strong>)
