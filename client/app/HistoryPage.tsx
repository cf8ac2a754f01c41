import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { HistoryScreen, type HistoryChoice, type HistoryPlaces } from '#client/features/history/index.ts'
import { PageTitle } from '#client/ui/index.ts'
import { useDesk } from './NegotiationFrame.tsx'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { paths } from './paths.ts'

/** The history of one text; the address names the moment or version shown, and the clause looked at. */
export function HistoryPage() {
  const { t } = useTranslation()
  const { textId = '' } = useParams()
  const desk = useDesk()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const negotiationId = desk.negotiation.id
  const choice = choiceIn(search)
  const { clauseId } = choice
  const onMoment = useCallback(
    (seq: number) => void navigate(paths.history(negotiationId, textId, { seq, clauseId }), { replace: true, preventScrollReset: true }),
    [navigate, negotiationId, textId, clauseId],
  )
  const text = desk.texts.find(({ id }) => id === textId)
  if (text === undefined) return <NotFoundScreen />
  const places: HistoryPlaces = {
    text: paths.text(negotiationId, textId),
    all: paths.history(negotiationId, textId),
    moment: (seq) => paths.history(negotiationId, textId, { seq, clauseId }),
    version: (versionId) => paths.history(negotiationId, textId, { versionId, clauseId }),
    comparison: (comparisonId) => paths.comparison(negotiationId, comparisonId),
  }
  return (
    <>
      <PageTitle parts={[t('history.title'), text.title, desk.negotiation.title]} />
      <HistoryScreen key={textId} desk={desk} text={text} choice={choice} places={places} onMoment={onMoment} />
    </>
  )
}

function choiceIn(search: URLSearchParams): HistoryChoice {
  const seq = search.get('at')
  return { seq: seq !== null && /^\d{1,15}$/.test(seq) ? Number(seq) : null, versionId: search.get('version'), clauseId: search.get('clause') }
}
