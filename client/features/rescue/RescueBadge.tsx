import { Button } from '@mantine/core'
import IconLifebuoy from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs'
import { useTranslation } from 'react-i18next'
import { TRAY } from './RescueTray.tsx'
import { useTray, type PassageSource } from './use-tray.ts'
import './rescue.css'

/** In the bar: how many passages wait in the tray, also said aloud. Pressing it goes there. */
export function RescueBadge({ textId, page, openMargin }: Readonly<{ textId: string; page: PassageSource; openMargin: () => void }>) {
  const { t } = useTranslation()
  const count = useTray(textId, page)?.open.length ?? 0
  const goThere = () => {
    openMargin()
    requestAnimationFrame(() => document.getElementById(TRAY)?.focus())
  }
  return (
    <output>
      {count > 0 && (
        <Button size="compact-sm" variant="outline" className="rescue-badge" leftSection={<IconLifebuoy size={16} aria-hidden />} onClick={goThere}>
          {t('rescue.badge', { count })}
        </Button>
      )}
    </output>
  )
}
