import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '#client/messages/index.ts'
import { ComparedTexts } from './ComparedTexts.tsx'
import { ComparisonWait } from './ComparisonWait.tsx'
import { useComparison } from './use-comparison.ts'
import './comparison.css'

export type ComparisonScreenProps = Readonly<{ negotiationId: string; comparisonId: string }>

/** What a comparison's link opens: the redline of two pinned texts, and the list of what differs. */
export function ComparisonScreen({ negotiationId, comparisonId }: ComparisonScreenProps) {
  const { t } = useTranslation()
  const shown = useComparison(comparisonId)
  if (shown.state === 'failed') return <Alert color="red" title={t('comparison.title')}>{sentenceOf(shown.failure, t)}</Alert>
  if (shown.state !== 'ready') return <ComparisonWait shown={shown} />
  return <ComparedTexts key={comparisonId} drawn={shown.drawn} negotiationId={negotiationId} />
}
