import { Button, Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { reloadPage } from '#client/platform/index.ts'
import { PageTitle } from '#client/ui/index.ts'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { Sheet } from './Sheet.tsx'

/** What browsers say when a part of the page is no longer on the server. */
const PART_GONE = /dynamically imported module|Importing a module script failed|module script/i

/** Catches what a screen throws: says that nothing saved is lost, and offers to reload. */
export function FaultScreen() {
  const { t } = useTranslation()
  const fault = useRouteError()
  if (isRouteErrorResponse(fault) && fault.status === 404) return <NotFoundScreen />
  const words = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  const outdated = PART_GONE.test(words)
  const title = outdated ? t('app.fault.outdatedTitle') : t('app.fault.title')
  return (
    <Sheet title={title}>
      <PageTitle parts={[title]} />
      <Text role="alert">{outdated ? t('app.fault.outdatedBody') : t('app.fault.body')}</Text>
      {!outdated && <Code block>{words}</Code>}
      <Button onClick={reloadPage}>{t('common.action.reload')}</Button>
    </Sheet>
  )
}
