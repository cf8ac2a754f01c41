import { useTranslation } from 'react-i18next'
import { CERTAIN_CONFIDENCE, type Row, type RowClass } from '#shared/compare/index.ts'
import { CLASS_SIGNS, explained } from './class-words.ts'
import { CorrectButton } from './CorrectButton.tsx'
import { citationAt, type Line } from './lines.ts'
import { PairDoubt } from './PairDoubt.tsx'
import { PartNotes } from './PartNotes.tsx'
import { reasonWords } from './reason-words.ts'

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
  const isProbable = row.reason !== null && row.ghostOf === null && row.confidence < CERTAIN_CONFIDENCE
  if (!isProbable && isWorthAReason(row)) details.push(reasonWords(row.reason, t))
  const found = row.ghostOf === null ? line.found : null
  const parts = row.ghostOf === null ? line.parts : []
  if (pill === null && other === null && details.length === 0 && found === null && parts.length === 0 && !isProbable) return null
  return (
    <div className="row-note">
      {other !== null && (
        <button type="button" className="row-note__pill" data-relation="moved" onClick={() => goTo(other)}>
          {t(row.ghostOf === null ? 'comparison.note.movedFrom' : 'comparison.note.movedTo', { label: citationAt(lines, other, row.ghostOf === null ? 'base' : 'revised') })}
        </button>
      )}
      {pill !== null && <span className="row-note__pill" data-relation={pill}>{t(`comparison.note.${pill}`)}</span>}
      {found !== null && (
        <span className="row-note__class" data-class={found.class}>
          <b>{CLASS_SIGNS[found.class]} {t(`comparison.class.${found.class}`)}</b> {isNewNumberAlone(found) ? null : <span className="row-note__detail">{explained(found, t)}</span>}
        </span>
      )}
      <PartNotes parts={parts} lines={lines} goTo={goTo} />
      {isProbable && row.reason !== null && <PairDoubt confidence={row.confidence} reason={row.reason} />}
      {details.map((detail) => (
        <span key={detail} className="row-note__detail">{detail}</span>
      ))}
      <CorrectButton line={line} />
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
