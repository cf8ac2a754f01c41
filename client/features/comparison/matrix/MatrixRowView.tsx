import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SideClause } from '../lines.ts'
import type { Column, ShownRow, Stand } from './matrix-rows.ts'
import { MatrixCellView } from './MatrixCellView.tsx'
import type { MatrixText } from './use-matrix.ts'

type RowProps = Readonly<{
  shown: ShownRow
  at: number
  /** How far below the head it begins, in CSS pixels. */
  offset: number
  measure: (row: HTMLTableRowElement | null) => void
  lead: SideClause | null
  texts: readonly MatrixText[]
  columns: readonly Column[]
  order: readonly number[]
  base: number
  waiting: readonly number[]
  /** The text in whose cell of this row one stands, or null. */
  standing: number | null
  onStand: (stand: Stand) => void
}>

/** One row of the matrix: in each text the clause, or the word that it has none. */
export const MatrixRowView = memo(function MatrixRowView({ shown: { row, folded }, at, offset, measure, lead, texts, columns, order, base, waiting, standing, onStand }: RowProps) {
  const { t } = useTranslation()
  const baseCell = row.cells[base]
  const ofBase = baseCell ? (columns[base]?.[baseCell.clause] ?? null) : null
  return (
    <tr ref={measure} data-index={at} className="matrix__row" data-own={row.isOwn || undefined} aria-rowindex={at + 2} style={{ insetBlockStart: offset }}>
      {order.map((column) => {
        const cell = row.cells[column] ?? null
        const clause = cell === null ? null : (columns[column]?.[cell.clause] ?? null)
        const settings = texts[column]?.text.settings
        return (
          <td
            key={column}
            className="treaty"
            data-cell={`${at} ${column}`}
            data-style={settings?.style}
            data-base={column === base || undefined}
            data-empty={cell === null || undefined}
            lang={cell === null ? undefined : settings?.language}
            tabIndex={standing === column ? 0 : -1}
            onFocus={(event) => event.target === event.currentTarget && standing !== column && onStand({ row: at, column })}
          >
            {column === base && folded > 0 && <p className="matrix__folded">{t('matrix.folded', { count: folded })}</p>}
            {cell === null || clause === null ? (
              <p className="matrix__none">
                <span className="unseen">{lead?.citation}: </span>
                {waiting.includes(column) ? t('matrix.waiting') : t('comparison.noCounterpart')}
              </p>
            ) : (
              <>
                <span className="unseen">{clause.citation}: </span>
                <MatrixCellView clause={clause} cell={cell} base={ofBase} differs={row.differs[column] ?? null} isBase={column === base} />
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
})
