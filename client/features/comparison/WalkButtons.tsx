import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Walk } from './use-walk.ts'

/** One change back, where one stands, one change on. */
export function WalkButtons({ walk: { at, goTo }, count }: Readonly<{ walk: Walk; count: number }>) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-sm" variant="default" onClick={() => goTo((at ?? 0) - 1)} disabled={at === null || at === 0} aria-label={t('comparison.previous')}>↑</Button>
      <Text size="sm" className="comparison__position">
        {at === null ? t('comparison.positionNone', { count }) : t('comparison.position', { number: at + 1, of: count })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => goTo(at === null ? 0 : at + 1)} disabled={count === 0 || at === count - 1} aria-label={t('comparison.next')}>↓</Button>
    </Group>
  )
}
