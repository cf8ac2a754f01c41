import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { api } from '#client/platform/index.ts'
import { CopyField, FailureNotice, Waiting } from '#client/ui/index.ts'
import type { MemberView } from '#shared/api/index.ts'

/** Makes a link by which a member sets a new password, and shows it, once. */
export function ResetLinkFor({ member, onBack }: Readonly<{ member: MemberView; onBack: () => void }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  // Made once for each time that this is shown, and kept nowhere after.
  const link = useQuery({ queryKey: ['reset-link', member.id], queryFn: () => api.makeResetLink(member.id), staleTime: Infinity, gcTime: 0, retry: false })
  return (
    <Stack>
      {link.isPending && <Waiting what={t('common.state.working')} />}
      <FailureNotice failure={link.error} />
      {link.data && (
        <>
          <Text role="alert">{t('people.reset.done', { name: member.name, day: writing.moment(link.data.expiresAt) })}</Text>
          <CopyField label={t('people.reset.link')} value={new URL(link.data.path, window.location.origin).href} />
        </>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onBack}>
          {t('common.action.back')}
        </Button>
      </Group>
    </Stack>
  )
}
