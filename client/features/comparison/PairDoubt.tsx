import { useTranslation } from 'react-i18next'
import type { Reason } from '#shared/compare/index.ts'
import { reasonWords } from './reason-words.ts'

/** Marks a pair that is not certain; how sure it is, and why it was made, on demand. */
export function PairDoubt({ confidence, reason }: Readonly<{ confidence: number; reason: Reason }>) {
  const { t } = useTranslation()
  const why = reasonWords(reason, t)
  return (
    <details className="row-note__doubt">
      <summary>{t('comparison.doubt.mark')}</summary>
      {t('comparison.doubt.confidence', { percent: Math.floor(confidence * 100) })}
      {why !== '' && `; ${why}`}
    </details>
  )
}
