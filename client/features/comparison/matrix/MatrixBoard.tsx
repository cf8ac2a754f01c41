import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeClass, Matrix } from '#shared/compare/index.ts'
import { sideClauses } from '../lines.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { leadOf, shownRows, type Column } from './matrix-rows.ts'
import type { MatrixText } from './use-matrix.ts'
import './matrix.css'

type BoardProps = Readonly<{ matrix: Matrix; texts: readonly MatrixText[]; base: number; onBase: (base: number) => void; onlyChanges: boolean; shown: ReadonlySet<ChangeClass> }>

/** The grid of a matrix with what the filters leave of it. */
export function MatrixBoard({ matrix, texts, base, onBase, onlyChanges, shown }: BoardProps) {
  const { t } = useTranslation()
  const columns = useMemo(() => texts.map(columnOf), [texts])
  const rows = useMemo(
    () => shownRows(matrix, { unchanged: onlyChanges, shown }, (row) => leadOf(row, columns, base)),
    [matrix, onlyChanges, shown, columns, base],
  )
  const choose = useCallback((column: number) => column !== base && onBase(column), [base, onBase])
  return (
    <>
      <p className="unseen" aria-live="polite">{t('matrix.spokenBase', { title: texts[base]?.title ?? '' })}</p>
      <p id="matrix-keys" className="matrix__keys">{rows.length === 0 ? t('matrix.nothing') : t('matrix.keys')}</p>
      {rows.length > 0 && <MatrixGrid {...{ matrix, rows, texts, columns, base }} onBase={choose} />}
    </>
  )
}

/** The clauses of a text in its order, with labels and citations. */
function columnOf({ text, held }: MatrixText): Column {
  const known = sideClauses({ text, held })
  return text.clauses.map((clause) => known.get(clause.id) ?? { clause, label: '', citation: '' })
}
