import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageTitle } from '#client/ui/index.ts'
import { paths } from './paths.ts'
import { Sheet } from './Sheet.tsx'

/** What an address leads to that no screen has. */
export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <Sheet title={t('app.notFound.title')}>
      <PageTitle parts={[t('app.notFound.title')]} />
      <Text>{t('app.notFound.body')}</Text>
      <Button component={Link} to={paths.home()}>
        {t('app.notFound.home')}
      </Button>
    </Sheet>
  )
}
