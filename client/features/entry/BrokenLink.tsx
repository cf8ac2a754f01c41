import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EntrySheet } from './EntrySheet.tsx'

/** What a link without its token leads to. */
export function BrokenLink() {
  const { t } = useTranslation()
  return (
    <EntrySheet title={t('entry.broken.title')}>
      <Text>{t('entry.broken.body')}</Text>
    </EntrySheet>
  )
}
