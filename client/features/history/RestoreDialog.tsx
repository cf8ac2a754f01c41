import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form } from '#client/ui/index.ts'
import type { RestoreRequest } from '#shared/api/index.ts'

type Props = Readonly<{ textId: string; wanted: RestoreRequest; as: string; opened: boolean; onDone: () => void; onClose: () => void }>

/** Asks before the text goes back to `wanted`, called `as`. */
export function RestoreDialog({ textId, wanted, as, opened, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const restore = useMutation({ mutationFn: () => api.restore(textId, wanted), onSuccess: onDone })
  return (
    <Dialog title={t('history.restore.title')} opened={opened} onClose={onClose}>
      <Form send={t('history.restore.submit')} sending={restore.isPending} failure={restore.error} onSubmit={() => restore.mutate()} onCancel={onClose}>
        <Text>{t('history.restore.body', { as })}</Text>
      </Form>
    </Dialog>
  )
}
