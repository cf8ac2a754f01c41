import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'

/** One side's name and the moment or version that is pinned. */
export function SideTitle({ side, pinned: { title, versionLabel, pinnedAt } }: Readonly<{ side: 'base' | 'revised'; pinned: ComparisonView['base'] }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  return (
    <span className="comparison__side" data-side={side}>
      <span className="comparison__side-word">{t(`comparison.pick.${side}`)}</span> <span className="comparison__side-title" dir="auto">{title}</span>{' '}
      <small>{versionLabel ?? t('comparison.pinned', { moment: moment(pinnedAt) })}</small>
    </span>
  )
}
