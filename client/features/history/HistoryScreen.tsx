import { Button, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { historyQuery, queryKeys } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { DeskView, HistoryView, TextView } from '#shared/api/index.ts'
import { ClauseHistory } from './ClauseHistory.tsx'
import { Playback } from './Playback.tsx'
import { Shown } from './Shown.tsx'
import { pointAt } from './timeline.ts'
import { Timeline } from './Timeline.tsx'
import './history.css'

/** Where things are; given by whoever mounts it. A clause that is looked at stays looked at. */
export type HistoryPlaces = Readonly<{
  text: string
  /** The whole text's history. */
  all: string
  moment: (seq: number) => string
  version: (versionId: string) => string
  comparison: (comparisonId: string) => string
}>

/** What the address asks for: a moment or a version, and the clause whose history stands beside the page. */
export type HistoryChoice = Readonly<{ seq: number | null; versionId: string | null; clauseId: string | null }>

type Props = Readonly<{
  desk: DeskView
  text: TextView
  choice: HistoryChoice
  places: HistoryPlaces
  /** Goes to a moment without a new entry in the browser's history. */
  onMoment: (seq: number) => void
}>

/** How a text came to read as it does: the timeline beside the page as it stood, and a slider through its moments. */
export function HistoryScreen(props: Props) {
  const { text } = props
  const { t } = useTranslation()
  const history = useQuery(historyQuery(text.id))
  if (history.error !== null) return <FailureNotice failure={history.error} onRetry={() => void history.refetch()} />
  if (history.data === undefined) return <Waiting what={t('history.fetching')} />
  return <OpenHistory {...props} history={history.data} />
}

function OpenHistory({ desk, text, choice, places, onMoment, history }: Props & Readonly<{ history: HistoryView }>) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isShown, setShown] = useState(false)
  const [done, setDone] = useState(false)
  const { points } = history
  const version = history.versions.find(({ id }) => id === choice.versionId) ?? null
  const seq = choice.seq ?? points.at(-1)?.seq ?? 0
  // A moment that is a point no longer stands at the one before.
  const at = version === null ? points.findLastIndex((point) => point.seq <= seq) : points.findIndex((point) => point === pointAt(points, version.issuedAt))
  const refresh = (): void => void queries.invalidateQueries({ queryKey: queryKeys.history(text.id) })
  const shown = version === null ? { seq } : { version }
  return (
    <div className="history">
      <header className="history__bar">
        <Title order={1} size="h5" className="history__title">
          {t('history.title')}: {text.title}
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={refresh}>{t('history.refresh')}</Button>
        <Button size="compact-sm" variant="default" component={Link} to={places.text}>{t('history.back')}</Button>
        <Playback points={points} at={at} isShown={isShown} onChoose={onMoment} />
      </header>
      <Side label={t('history.timeline')}>
        {choice.clauseId === null ? (
          <Timeline history={history} places={places} current={{ seq: points[at]?.seq ?? null, versionId: version?.id ?? null }} />
        ) : (
          <>
            <Button size="compact-sm" variant="subtle" component={Link} to={places.all}>{t('history.all')}</Button>
            <ClauseHistory textId={text.id} clauseId={choice.clauseId} places={places} current={seq} />
          </>
        )}
      </Side>
      <section className="history__desk" aria-label={t('history.page')}>
        <output className="history__done">{done ? t('history.restore.done') : ''}</output>
        <Shown
          desk={desk}
          text={text}
          wanted={shown}
          places={places}
          onShown={setShown}
          onRestored={() => {
            setDone(true)
            void queries.fetchQuery(historyQuery(text.id)).then(({ lastSeq }) => onMoment(lastSeq))
          }}
        />
      </section>
    </div>
  )
}

const Side = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => (
  <nav className="history__side" aria-label={label}>
    {children}
  </nav>
)
