import { useTranslation } from 'react-i18next'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { Doing, ToldLine } from './told-lines.ts'

type Props = Readonly<{
  lines: readonly ToldLine[]
  /** Whether each doing is said to be one's own or the others'. */
  named: boolean
  /** Null where one cannot go to a clause. */
  goTo: ((id: ClauseId) => void) | null
}>

/** Clauses with what was done to them, one beneath the other; each can be gone to. */
export function ClauseLines({ lines, named, goTo }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="clause-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <div className="clause-lines__head">
            <strong>{line.citation}</strong>
            {goTo !== null && line.target !== null && <GoTo target={line.target} citation={line.citation} goTo={goTo} />}
          </div>
          {line.mine !== null && <Done doing={line.mine} who={named ? t('room.report.you') : ''} />}
          {line.theirs !== null && <Done doing={line.theirs} who={named ? t('room.report.others') : ''} />}
          {line.rescued !== '' && <p>{t('room.report.rescued', { words: line.rescued })}</p>}
        </li>
      ))}
    </ul>
  )
}

function GoTo({ target, citation, goTo }: Readonly<{ target: ClauseId; citation: string; goTo: (id: ClauseId) => void }>) {
  const { t } = useTranslation()
  return (
    <button type="button" className="clause-lines__go" onClick={() => goTo(target)} aria-label={t('room.report.goToClause', { citation })}>
      {t('room.report.goTo')}
    </button>
  )
}

function Done({ doing: { deeds, runs }, who }: Readonly<{ doing: Doing; who: string }>) {
  const { t } = useTranslation()
  const what = deeds.map((deed) => t(`room.report.deed.${deed}`)).join(', ')
  return (
    <p>
      <span className="clause-lines__who">{who === '' ? what : `${who}: ${what}`}</span>{' '}
      {runs.map(({ kind, text }, index) => {
        if (kind === 'insert') return <ins key={index}>{text}</ins>
        return kind === 'strike' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>
      })}
    </p>
  )
}
