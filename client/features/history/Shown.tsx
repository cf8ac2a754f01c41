import { Button, Group } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { api, contentQuery, pastQuery } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { ContentView, DeskView, PastView, RestoreRequest, TextView, VersionView } from '#shared/api/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import { may } from '#shared/rights/index.ts'
import type { HistoryPlaces } from './HistoryScreen.tsx'
import { useHands } from './hands.ts'
import { linesOfPast, linesOfVersion } from './past-lines.ts'
import { PastPage } from './PastPage.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

type Props = Readonly<{
  desk: DeskView
  text: TextView
  wanted: Readonly<{ seq: number }> | Readonly<{ version: VersionView }>
  places: HistoryPlaces
  onShown: (isShown: boolean) => void
  onRestored: () => void
}>

/** The text as it stood at a moment, or as one of its versions. */
export function Shown({ wanted, ...rest }: Props) {
  return 'version' in wanted ? <ShownVersion {...rest} version={wanted.version} /> : <ShownMoment {...rest} seq={wanted.seq} />
}

function ShownMoment({ seq, onShown, ...rest }: Omit<Props, 'wanted'> & Readonly<{ seq: number }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const hands = useHands()
  // The page before stands until the next one is there, so that playing does not flicker.
  const past = useQuery({ ...pastQuery(rest.text.id, seq), placeholderData: keepPreviousData })
  const isShown = past.data !== undefined && !past.isPlaceholderData
  useEffect(() => onShown(isShown), [isShown, onShown])
  const lines = useMemo(() => (past.data === undefined ? [] : linesOfPast(past.data)), [past.data])
  if (past.error !== null) return <FailureNotice failure={past.error} onRetry={() => void past.refetch()} />
  if (past.data === undefined) return <Waiting what={t('history.fetching')} />
  const as = t('history.as', { moment: writing.moment(past.data.point.at) })
  return (
    <>
      <Head as={as} notes={notesOf(past.data, t, hands)} restores={{ seq: past.data.point.seq }} compares={{ textId: rest.text.id, versionId: null, seq: past.data.point.seq }} {...rest} />
      <PastPage lines={lines} settings={past.data.text.settings} label={as} />
    </>
  )
}

function ShownVersion({ version, onShown, ...rest }: Omit<Props, 'wanted'> & Readonly<{ version: VersionView }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const content = useQuery({ ...contentQuery(rest.text.id, version.id), staleTime: Infinity })
  useEffect(() => onShown(content.data !== undefined), [content.data, onShown])
  const lines = useMemo(() => (content.data === undefined ? [] : linesOfVersion(content.data)), [content.data])
  if (content.error !== null) return <FailureNotice failure={content.error} onRetry={() => void content.refetch()} />
  if (content.data === undefined) return <Waiting what={t('history.fetching')} />
  const as = t('history.asVersion', { name: version.symbol ?? version.ordinal, moment: writing.moment(version.issuedAt), by: version.issuedBy })
  return (
    <>
      <Head as={as} notes={[version.note, ...heldNote(content.data, t('history.numbersHeld', { symbol: version.symbol ?? '' }))]} restores={{ versionId: version.id }} compares={{ textId: rest.text.id, versionId: version.id }} {...rest} />
      <PastPage lines={lines} settings={content.data.text.settings} label={as} />
    </>
  )
}

const heldNote = ({ held }: ContentView, words: string): readonly string[] => (parseHeld(held) === null ? [] : [words])

function notesOf({ point, changed, gone, held }: PastView, t: TFunction, hands: ReturnType<typeof useHands>): readonly string[] {
  const count = changed.length + gone.length
  const symbol = parseHeld(held)?.symbol
  const what =
    point.hands.length === 0 && count === 0
      ? [t('history.first')]
      : count === 0
        ? [t('history.unchanged')]
        : [...(point.hands.length === 0 ? [] : [t('history.by', { hands: hands(point.hands) })]), t('history.changes', { count })]
  return [what.join(' '), ...(symbol === undefined ? [] : [t('history.numbersHeld', { symbol })])]
}

type HeadProps = Pick<Props, 'desk' | 'text' | 'places' | 'onRestored'> &
  Readonly<{ as: string; notes: readonly string[]; restores: RestoreRequest; compares: Readonly<{ textId: string; versionId: string | null; seq?: number }> }>

/** What is shown, and what can be done with it. */
function Head({ as, notes, restores, compares, desk, text, places, onRestored }: HeadProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const compare = useMutation({
    mutationFn: () => api.pinComparison(desk.negotiation.id, { base: compares, revised: { textId: text.id, versionId: null } }),
    onSuccess: ({ id }) => navigate(places.comparison(id)),
  })
  return (
    <div className="history__head">
      <div>
        <h2>{as}</h2>
        {notes.filter((note) => note !== '').map((note) => <p key={note}>{note}</p>)}
      </div>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" loading={compare.isPending} onClick={() => compare.mutate()}>{t('history.action.compare')}</Button>
        {may(desk.me, { do: 'restore-text', text }) && <Button size="compact-sm" onClick={() => setAsking(true)}>{t('history.action.restore')}</Button>}
      </Group>
      <FailureNotice failure={compare.error} />
      <RestoreDialog
        textId={text.id}
        wanted={restores}
        as={as}
        opened={isAsking}
        onDone={() => {
          setAsking(false)
          onRestored()
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
