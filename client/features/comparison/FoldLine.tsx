import type { TFunction } from 'i18next'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isChange, type Line } from './lines.ts'

type FoldProps = Readonly<{ folded: readonly Line[]; children: (line: Line) => ReactNode }>

/** Says how much was left out here, and of it how many changes of other classes; opens it. */
export function FoldLine({ folded, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  if (folded.length === 0) return null
  return (
    <>
      <FoldButton folded={folded} isOpen={isOpen} onTurn={() => setOpen(!isOpen)} />
      {isOpen && folded.map((line) => children(line))}
    </>
  )
}

/** As `FoldLine`, in rows of a table of three columns. */
export function FoldedRows({ folded, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  if (folded.length === 0) return null
  return (
    <>
      <tr className="side-by-side__fold">
        <td colSpan={3}>
          <FoldButton folded={folded} isOpen={isOpen} onTurn={() => setOpen(!isOpen)} />
        </td>
      </tr>
      {isOpen && folded.map((line) => children(line))}
    </>
  )
}

function FoldButton({ folded, isOpen, onTurn }: Readonly<{ folded: readonly Line[]; isOpen: boolean; onTurn: () => void }>) {
  const { t } = useTranslation()
  return (
    <p className="redline-fold">
      <button type="button" aria-expanded={isOpen} onClick={onTurn}>
        {foldWords(folded, t)}
      </button>
    </p>
  )
}

/** "12 unchanged clauses, 3 changes of other classes". */
function foldWords(folded: readonly Line[], t: TFunction): string {
  const changes = folded.filter(isChange).length
  const parts = [
    folded.length > changes ? t('comparison.folded', { count: folded.length - changes }) : '',
    changes > 0 ? t('comparison.class.foldedRows', { count: changes }) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
