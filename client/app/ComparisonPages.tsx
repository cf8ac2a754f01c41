import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ComparisonPicker, ComparisonScreen, MatrixScreen } from '#client/features/comparison/index.ts'
import { PageTitle } from '#client/ui/index.ts'
import { useDesk } from './NegotiationFrame.tsx'

export function PickerPage() {
  const { t } = useTranslation()
  const desk = useDesk()
  const [search] = useSearchParams()
  return (
    <>
      <PageTitle parts={[t('app.screen.compare'), desk.negotiation.title]} />
      <ComparisonPicker negotiationId={desk.negotiation.id} base={search.get('base')} revised={search.get('revised')} more={search.has('more') ? 1 : 0} />
    </>
  )
}

export function ComparisonPage() {
  const { t } = useTranslation()
  const { comparisonId = '' } = useParams()
  const desk = useDesk()
  return (
    <>
      <PageTitle parts={[t('app.screen.comparison'), desk.negotiation.title]} />
      <ComparisonScreen key={comparisonId} negotiationId={desk.negotiation.id} comparisonId={comparisonId} />
    </>
  )
}

export function MatrixPage() {
  const { t } = useTranslation()
  const { matrixId = '' } = useParams()
  const desk = useDesk()
  return (
    <>
      <PageTitle parts={[t('app.screen.matrix'), desk.negotiation.title]} />
      <MatrixScreen key={matrixId} negotiationId={desk.negotiation.id} matrixId={matrixId} />
    </>
  )
}
