import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { clauseHistoryQuery } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { HistoryPlaces } from './HistoryScreen.tsx'
import { useHands } from './hands.ts'
import { Runs } from './PastPage.tsx'

type Props = Readonly<{ textId: string; clauseId: string; places: HistoryPlaces; current: number | null }>

/** What happened to one clause, the latest first, each change as a small redline. */
export function ClauseHistory({ textId, clauseId, places, current }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const hands = useHands()
  const found = useQuery(clauseHistoryQuery(textId, clauseId))
  if (found.error !== null) return <FailureNotice failure={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Waiting what={t('history.fetching')} />
  const { clause, entries, left } = found.data
  return (
    <section className="history__day">
      <h2>{t('history.clauseTitle', { clause: clause.citation ?? t('history.gone') })}</h2>
      <p className="history__note">{clause.opening}</p>
      {entries.length === 0 && <p className="history__note">{t('history.noEntries')}</p>}
      <ol>
        {entries.map(({ seq, at, hand, what, moved, runs, clauseId: of }, index) => (
          <li key={`${seq}-${index}`} data-kind="session">
            <Link className="history__mark" to={places.moment(seq)} aria-current={current === seq || undefined} replace preventScrollReset>
              <strong>{hands([hand])}</strong> <time dateTime={at}>{writing.moment(at)}</time>
              <small>
                {[t(`history.what.${what}`), ...(moved && what !== 'moved' ? [t('history.alsoMoved')] : []), ...(of === clauseId ? [] : [t('history.beforeSplit')])].join(', ')}
              </small>
            </Link>
            <p className="treaty history__redline">
              <Runs runs={runs} />
            </p>
          </li>
        ))}
      </ol>
      {left > 0 && <p className="history__note">{t('history.left', { count: left })}</p>}
    </section>
  )
}
