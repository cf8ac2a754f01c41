import { Alert, Button, Group } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '#client/messages/index.ts'

/** What went wrong, said at once to screen readers too; `onRetry` offers to try again. Shows nothing without a failure. */
export function FailureNotice({ failure, onRetry }: Readonly<{ failure: unknown; onRetry?: () => void }>) {
  const { t } = useTranslation()
  if (failure === null || failure === undefined) return null
  return (
    <Alert role="alert" color="red" variant="default" icon={<IconAlertTriangle aria-hidden color="var(--bad)" />} styles={{ root: { borderColor: 'var(--bad)' } }}>
      {sentenceOf(failure, t)}
      {onRetry && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.action.tryAgain')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
