import { Button, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { api } from '#client/platform/index.ts'
import { FailureNotice, useNow } from '#client/ui/index.ts'
import type { InvitationView } from '#shared/api/index.ts'
import { stateOf } from './invitation-state.ts'

/** The invitations that were made, each with its state in a word; open ones can be withdrawn. */
export function InvitationTable({ invitations, onDone }: Readonly<{ invitations: readonly InvitationView[]; onDone: () => void }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const now = useNow()
  const revoke = useMutation({ mutationFn: api.revokeInvitation, onSuccess: onDone })
  if (invitations.length === 0) return <Text c="dimmed">{t('people.manage.noInvitations')}</Text>
  return (
    <>
      <FailureNotice failure={revoke.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.manage.for')}</Table.Th>
            <Table.Th>{t('people.manage.role')}</Table.Th>
            <Table.Th>{t('people.manage.usesLeft')}</Table.Th>
            <Table.Th>{t('people.manage.expires')}</Table.Th>
            <Table.Th>{t('people.manage.by')}</Table.Th>
            <Table.Th>{t('people.manage.state')}</Table.Th>
            <Table.Th>
              <span className="unseen">{t('people.manage.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invitations.map((invitation) => {
            const state = stateOf(invitation, now)
            return (
              <Table.Tr key={invitation.id}>
                <Table.Td>{invitation.delegation}</Table.Td>
                <Table.Td>{t(`common.role.${invitation.role}`)}</Table.Td>
                <Table.Td>{t('people.manage.usesLeftOf', { left: invitation.usesLeft, uses: invitation.uses })}</Table.Td>
                <Table.Td>{writing.moment(invitation.expiresAt)}</Table.Td>
                <Table.Td>{invitation.invitedBy}</Table.Td>
                <Table.Td>{t(`people.manage.${state}`)}</Table.Td>
                <Table.Td ta="end">
                  {state === 'open' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={revoke.isPending && revoke.variables === invitation.id}
                      aria-label={t('people.manage.revokeOf', { delegation: invitation.delegation })}
                      onClick={() => revoke.mutate(invitation.id)}
                    >
                      {t('people.manage.revoke')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </>
  )
}
