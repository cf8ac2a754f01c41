import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CERTAIN_CONFIDENCE, redline, type ChangeClass, type MatrixCell, type PairRow } from '#shared/compare/index.ts'
import { CLASS_SIGNS } from '../class-words.ts'
import { PrintedClause } from '../ClauseCell.tsx'
import type { SideClause } from '../lines.ts'
import { piecesOf, wholePieces } from '../pieces.ts'
import { reasonWords } from '../reason-words.ts'

type CellProps = Readonly<{ clause: SideClause; cell: MatrixCell; base: SideClause | null; differs: ChangeClass | null; isBase: boolean }>

/** A clause in its cell: as it stands in the base's column, redlined against the base in the others, once it is in sight. */
export function MatrixCellView({ clause, cell: { against }, base, differs, isBase }: CellProps) {
  const { t } = useTranslation()
  const { pieces, isCapped } = useMemo(() => {
    if (isBase || base?.clause.text === clause.clause.text) return { pieces: wholePieces(clause.clause, 'keep'), isCapped: false }
    if (base === null) return { pieces: wholePieces(clause.clause, 'insert'), isCapped: false }
    const { runs, precision } = redline(base.clause.text, clause.clause.text)
    return { pieces: piecesOf(runs, base.clause, clause.clause), isCapped: precision === 'whole-clause' }
  }, [clause, base, isBase])
  return (
    <>
      {!isBase && <p className="matrix__note" data-class={differs ?? undefined}>{notesOf({ against, base, differs, isCapped }, t).join(' · ')}</p>}
      <PrintedClause shown={clause} pieces={pieces} isWhole={!isBase && base === null} />
    </>
  )
}

type Told = Readonly<{ against: PairRow | null; base: SideClause | null; differs: ChangeClass | null; isCapped: boolean }>

/** What is to be said of a clause beside its wording: how it differs from the base, and how sure the pair is. */
function notesOf({ against, base, differs, isCapped }: Told, t: TFunction): readonly string[] {
  const notes = [differs === null ? `= ${t('matrix.same')}` : `${CLASS_SIGNS[differs]} ${t(`comparison.class.${differs}`)}`]
  if (base === null) return [...notes, t('matrix.notInBase')]
  if (against?.relation === 'moved') notes.push(t('matrix.moved', { citation: base.citation }))
  if (against !== null && against.reason !== null && against.confidence < CERTAIN_CONFIDENCE) {
    const [percent, why] = [Math.floor(against.confidence * 100), reasonWords(against.reason, t)]
    notes.push(why === '' ? t('matrix.probable', { percent }) : t('matrix.probableWhy', { percent, why }))
  }
  if (isCapped) notes.push(t('comparison.note.capped'))
  return notes
}
