import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { api } from '#client/platform/index.ts'
import { CopyField, Dialog, Form, useFields } from '#client/ui/index.ts'
import { inviteRequest, type InviteRequest, type Invited, type MemberView } from '#shared/api/index.ts'
import { ROLES, may } from '#shared/rights/index.ts'

type Props = Readonly<{ negotiationId: string; me: MemberView; onDone: () => void }>

/** Makes an invitation link and shows it, once. */
export function InviteDialog({ opened, onClose, ...props }: Props & Readonly<{ opened: boolean; onClose: () => void }>) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('people.invite.title')} opened={opened} onClose={onClose}>
      <Invite {...props} />
    </Dialog>
  )
}

function Invite({ negotiationId, me, onDone }: Props) {
  const invite = useMutation({ mutationFn: (request: InviteRequest) => api.invite(negotiationId, request), onSuccess: onDone })
  if (invite.data !== undefined) return <InvitationMade made={invite.data} onAnother={() => invite.reset()} />
  return <InviteForm me={me} sending={invite.isPending} failure={invite.error} onSend={(request) => invite.mutate(request)} />
}

type FormProps = Readonly<{ me: MemberView; sending: boolean; failure: unknown; onSend: (request: InviteRequest) => void }>

function InviteForm({ me, sending, failure, onSend }: FormProps) {
  const { t } = useTranslation()
  const roles = ROLES.filter((role) => may(me, { do: 'invite', role }))
  const { values, field, check } = useFields({ role: roles.includes('drafter') ? 'drafter' : (roles[0] ?? ''), delegation: '', uses: '1', validDays: '14' })
  const chosen = roles.find((role) => role === values.role)
  const submit = () => {
    const request = check(inviteRequest, { ...values, uses: Number(values.uses), validDays: Number(values.validDays) }, {
      role: t('people.invite.wrong.role'),
      delegation: t('people.invite.wrong.delegation'),
      uses: t('people.invite.wrong.uses'),
      validDays: t('people.invite.wrong.validDays'),
    })
    if (request !== null) onSend(request)
  }
  return (
    <Form send={t('people.invite.submit')} sending={sending} failure={failure} onSubmit={submit}>
      <NativeSelect
        {...field('role')}
        label={t('people.invite.role')}
        description={chosen === undefined ? undefined : t(`common.roleMeaning.${chosen}`)}
        data={roles.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
        data-autofocus
      />
      <TextInput {...field('delegation')} label={t('people.invite.delegation')} description={t('people.invite.delegationHint')} />
      <Group grow align="start">
        <TextInput {...field('uses')} label={t('people.invite.uses')} inputMode="numeric" />
        <TextInput {...field('validDays')} label={t('people.invite.validDays')} inputMode="numeric" />
      </Group>
    </Form>
  )
}

function InvitationMade({ made: { invitation, path }, onAnother }: Readonly<{ made: Invited; onAnother: () => void }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const role = t(`common.role.${invitation.role}`)
  return (
    <Group gap="md">
      <Text role="alert">{t('people.invite.done', { delegation: invitation.delegation })}</Text>
      <div style={{ inlineSize: '100%' }}>
        <CopyField label={t('people.invite.link')} value={new URL(path, window.location.origin).href} />
      </div>
      <Text size="sm" c="dimmed">
        {t('people.invite.offer', { count: invitation.uses, role, day: writing.moment(invitation.expiresAt) })}
      </Text>
      <Button variant="default" ms="auto" onClick={onAnother}>
        {t('people.invite.another')}
      </Button>
    </Group>
  )
}
