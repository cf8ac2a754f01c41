import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reloadPage } from '#client/platform/index.ts'

/** Says why what one tried was not done: it would have changed or lost something that this page does not know. */
export function KeptNotice({ onDismiss }: Readonly<{ onDismiss: () => void }>) {
  const { t } = useTranslation()
  return (
    <Alert className="drafting__kept" color="yellow" withCloseButton closeButtonLabel={t('common.action.close')} onClose={onDismiss}>
      {t('drafting.kept')}{' '}
      <Button size="compact-xs" variant="default" onClick={reloadPage}>
        {t('common.action.reload')}
      </Button>
    </Alert>
  )
}
