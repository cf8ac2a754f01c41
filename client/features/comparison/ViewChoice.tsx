import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { VIEWS, type View } from './use-view.ts'

/** The views of a comparison, of which one is shown. */
export function ViewChoice({ view, onChoose }: Readonly<{ view: View; onChoose: (view: View) => void }>) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('comparison.view')}
      value={view}
      onChange={onChoose}
      data={VIEWS.map((value) => ({ value, label: t(`comparison.views.${value}`) }))}
    />
  )
}
