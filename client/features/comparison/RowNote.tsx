import { useTranslation } from 'react-i18next'
import type { Row } from '#shared/compare/index.ts'
import type { Line } from './lines.ts'

/** The words above a row that say what became of its clause, with a way to the other end of a move. */
export function RowNote({ line, lines, goTo }: Readonly<{ line: Line; lines: readonly Line[]; goTo: (row: number) => void }>) {
  const { t } = useTranslation()
  const { row } = line
  const other = row.ghostOf ?? row.ghost
  const otherLabel = other === null ? '' : labelNear(lines, other)
  const notes: string[] = []
  if (row.relation === 'added') notes.push(t('comparison.note.added'))
  if (row.relation === 'removed') notes.push(t('comparison.note.removed'))
  if (row.relation === 'edited') notes.push(t('comparison.note.edited'))
  if (row.relation === 'moved' && row.edited) notes.push(t('comparison.note.edited'))
  if (row.relabelled) notes.push(t('comparison.note.relabelled', row.relabelled))
  if (row.formattingChanged) notes.push(t('comparison.note.formatting'))
  if (row.redline?.precision === 'whole-clause') notes.push(t('comparison.note.capped'))
  if (notes.length === 0 && other === null) return null
  return (
    <div className="row-note">
      {other !== null && (
        <button type="button" className="row-note__move" onClick={() => goTo(other)}>
          {row.ghostOf === null ? t('comparison.note.movedFrom', { label: otherLabel }) : t('comparison.note.movedTo', { label: otherLabel })}
        </button>
      )}
      {notes.length > 0 && <span>{notes.join(' · ')}</span>}
      {row.reason !== null && row.base !== null && row.reason.rule !== 'same-id' && row.relation !== 'kept' && (
        <span className="row-note__reason">{reasonWords(row, t)}</span>
      )}
    </div>
  )
}

/** Why two clauses were taken for the same one, in words; '' where that needs no saying. */
function reasonWords(row: Row, t: ReturnType<typeof useTranslation>['t']): string {
  const { reason } = row
  if (reason === null || reason.rule === 'same-id') return ''
  if (reason.rule === 'same-text') return t('comparison.reason.same-text')
  return t(`comparison.reason.${reason.rule}`, { percent: Math.round(reason.share * 100) })
}

function labelNear(lines: readonly Line[], row: number): string {
  const at = lines.findIndex(({ index }) => index === row)
  const line = lines[at]
  if (line === undefined) return ''
  if (line.shown.label !== '' && line.shown.clause.kind === 'article') return line.shown.label
  const article = lines.slice(0, at).findLast(({ shown }) => shown.clause.kind === 'article')
  return [article?.shown.label ?? '', line.shown.label].filter((part) => part !== '').join(', ')
}
