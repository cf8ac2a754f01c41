import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Form } from '#client/ui/index.ts'
import type { MemberView } from '#shared/api/index.ts'

type Props = Readonly<{ member: MemberView; onDone: () => void; onCancel: () => void }>

/** Asks before a membership ends. */
export function EndMembership({ member, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const end = useMutation({ mutationFn: () => api.endMembership(member.id), onSuccess: onDone })
  return (
    <Form send={t('people.end.submit')} sending={end.isPending} failure={end.error} onSubmit={() => end.mutate()} onCancel={onCancel}>
      <Text>{t('people.end.body', { name: member.name })}</Text>
    </Form>
  )
}
