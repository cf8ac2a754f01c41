import { Button, Loader, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ComparisonState } from './use-comparison.ts'

type Waiting = Exclude<ComparisonState, { state: 'ready' | 'failed' }>

/** What stands in a comparison's place until it is there: what it is at, how far, and a way to stop it. */
export function ComparisonWait({ shown }: Readonly<{ shown: Waiting }>) {
  const { t } = useTranslation()
  if (shown.state === 'fetching') {
    return (
      <output className="comparison-wait">
        <Loader size="sm" /> {t('comparison.fetching')}
      </output>
    )
  }
  if (shown.state === 'stopped') {
    return (
      <div className="comparison-wait">
        <output>{t('comparison.stopped')}</output>
        <Button size="compact-sm" variant="default" onClick={shown.again}>{t('comparison.again')}</Button>
      </div>
    )
  }
  const { progress, cancel } = shown
  return (
    <div className="comparison-wait">
      <output>{progress === null ? t('comparison.comparing') : t(`comparison.stage.${progress.stage}`)}</output>
      <Progress className="comparison-wait__bar" size="lg" value={Math.round(100 * (progress?.share ?? 0))} aria-label={t('comparison.progress')} />
      <Button size="compact-sm" variant="default" onClick={cancel}>{t('comparison.stop')}</Button>
    </div>
  )
}
