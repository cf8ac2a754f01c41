import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EntrySheet } from './EntrySheet.tsx'

/** What the link of the first start leads to once it has done its work. */
export function AlreadySetUp({ onSignIn }: Readonly<{ onSignIn: () => void }>) {
  const { t } = useTranslation()
  return (
    <EntrySheet title={t('entry.setup.title')}>
      <Text>{t('entry.setup.already')}</Text>
      <Button onClick={onSignIn}>{t('entry.signIn.submit')}</Button>
    </EntrySheet>
  )
}
