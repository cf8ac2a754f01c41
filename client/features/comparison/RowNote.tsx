import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Row, RowClass } from '#shared/compare/index.ts'
import { CLASS_SIGNS, explained } from './class-words.ts'
import type { Line } from './lines.ts'

/** The words beside a row that say what became of its clause, with a way to the other end of a move. */
export function RowNote({ line, lines, goTo }: Readonly<{ line: Line; lines: readonly Line[]; goTo: (row: number) => void }>) {
  const { t } = useTranslation()
  const { row } = line
  const other = row.ghostOf ?? row.ghost
  const pill = row.ghostOf === null ? pillOf(row) : null
  const details: string[] = []
  if (row.relabelled && other === null) details.push(t('comparison.note.relabelled', row.relabelled))
  if (row.relabelled && row.relabelled.references > 0) details.push(t('comparison.note.following', { count: row.relabelled.references }))
  if (row.formattingChanged) details.push(t('comparison.note.formatting'))
  if (row.redline?.precision === 'whole-clause') details.push(t('comparison.note.capped'))
  if (isWorthAReason(row)) details.push(reasonWords(row, t))
  const found = row.ghostOf === null ? line.found : null
  if (pill === null && other === null && details.length === 0 && found === null) return null
  return (
    <div className="row-note">
      {other !== null && (
        <button type="button" className="row-note__pill" data-relation="moved" onClick={() => goTo(other)}>
          {t(row.ghostOf === null ? 'comparison.note.movedFrom' : 'comparison.note.movedTo', { label: labelNear(lines, other) })}
        </button>
      )}
      {pill !== null && <span className="row-note__pill" data-relation={pill}>{t(`comparison.note.${pill}`)}</span>}
      {found !== null && (
        <span className="row-note__class" data-class={found.class}>
          <b>{CLASS_SIGNS[found.class]} {t(`comparison.class.${found.class}`)}</b> {isNewNumberAlone(found) ? null : <span className="row-note__detail">{explained(found, t)}</span>}
        </span>
      )}
      {details.map((detail) => (
        <span key={detail} className="row-note__detail">{detail}</span>
      ))}
    </div>
  )
}

/** The old number stands beside it already. */
const isNewNumberAlone = ({ label, class: name, hunks }: RowClass): boolean => label !== null && name === 'numbering' && hunks.length === 0

function pillOf({ relation, edited }: Row): 'added' | 'removed' | 'edited' | null {
  if (relation === 'kept') return null
  if (relation === 'moved') return edited ? 'edited' : null
  return relation
}

/** The same clause by its id, and a clause that stands where it stood word for word, need no reason. */
const isWorthAReason = ({ reason, relation, base, revised }: Row): boolean =>
  reason !== null && reason.rule !== 'same-id' && base !== null && revised !== null && relation !== 'kept'

/** Why two clauses were taken for the same one, in words; '' where that needs no saying. */
function reasonWords(row: Row, t: TFunction): string {
  const { reason } = row
  if (reason === null || reason.rule === 'same-id') return ''
  if (reason.rule === 'declared' || reason.rule === 'same-text' || reason.rule === 'same-purpose') return t(`comparison.reason.${reason.rule}`)
  const percent = Math.floor(reason.share * 100)
  if (percent === 100 && reason.rule === 'same-words') return t('comparison.reason.all-words') // but for their endings
  return t(`comparison.reason.${reason.rule}`, { percent })
}

function labelNear(lines: readonly Line[], row: number): string {
  const at = lines.findIndex(({ index }) => index === row)
  const line = lines[at]
  if (line === undefined) return ''
  if (line.shown.label !== '' && line.shown.clause.kind === 'article') return line.shown.label
  const article = lines.slice(0, at).findLast(({ shown }) => shown.clause.kind === 'article')
  return [article?.shown.label ?? '', line.shown.label].filter((part) => part !== '').join(', ')
}
