import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Form, useFields } from '#client/ui/index.ts'
import { memberChangeRequest, type MemberChangeRequest, type MemberView } from '#shared/api/index.ts'
import { ROLES, may } from '#shared/rights/index.ts'

type Props = Readonly<{ member: MemberView; me: MemberView; onDone: () => void; onCancel: () => void }>

/** Another role or delegation for a member. */
export function ChangeMember({ member, me, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const roles = ROLES.filter((role) => may(me, { do: 'change-member', from: member.role, to: role }))
  const { values, field, check } = useFields({ role: member.role, delegation: member.delegation })
  const change = useMutation({ mutationFn: (request: MemberChangeRequest) => api.changeMember(member.id, request), onSuccess: onDone })
  const submit = () => {
    const request = check(memberChangeRequest, values, { role: t('people.invite.wrong.role'), delegation: t('people.invite.wrong.delegation') })
    if (request !== null) change.mutate(request)
  }
  return (
    <Form send={t('common.action.save')} sending={change.isPending} failure={change.error} onSubmit={submit} onCancel={onCancel}>
      <NativeSelect {...field('role')} label={t('people.manage.role')} data={roles.map((role) => ({ value: role, label: t(`common.role.${role}`) }))} data-autofocus />
      <TextInput {...field('delegation')} label={t('people.manage.delegation')} />
      <Text size="sm" c="dimmed">
        {t('people.change.note', { name: member.name })}
      </Text>
    </Form>
  )
}
