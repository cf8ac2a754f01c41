import { ActionIcon, Menu, Table } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { DeskView, MemberView } from '#shared/api/index.ts'
import { may, type Actor } from '#shared/rights/index.ts'
import type { MemberStep } from './member-step.ts'

/** The members and what may be done to each. */
export function MemberTable({ desk, onStep }: Readonly<{ desk: DeskView; onStep: (step: MemberStep) => void }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.manage.name')}</Table.Th>
          <Table.Th>{t('people.manage.delegation')}</Table.Th>
          <Table.Th>{t('people.manage.role')}</Table.Th>
          <Table.Th>{t('people.manage.since')}</Table.Th>
          <Table.Th>
            <span className="unseen">{t('people.manage.actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {desk.members.map((member) => (
          <Table.Tr key={member.id}>
            <Table.Td>{member.name}</Table.Td>
            <Table.Td>{member.delegation}</Table.Td>
            <Table.Td>{t(`common.role.${member.role}`)}</Table.Td>
            <Table.Td>{writing.moment(member.joinedAt)}</Table.Td>
            <Table.Td ta="end">
              <MemberMenu member={member} me={desk.me} onStep={onStep} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const mayChange = (me: Actor, { role }: MemberView): boolean => may(me, { do: 'change-member', from: role, to: role })

function MemberMenu({ member, me, onStep }: Readonly<{ member: MemberView; me: MemberView; onStep: (step: MemberStep) => void }>) {
  const { t } = useTranslation()
  const change = mayChange(me, member)
  const reset = may(me, { do: 'reset-access' })
  if (!change && !reset) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="var(--ink)" aria-label={t('people.manage.actionsFor', { name: member.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {change && <Menu.Item onClick={() => onStep({ step: 'change', member })}>{t('people.manage.change')}</Menu.Item>}
        {reset && <Menu.Item onClick={() => onStep({ step: 'reset', member })}>{t('people.manage.resetLink')}</Menu.Item>}
        {change && member.id !== me.id && <Menu.Item onClick={() => onStep({ step: 'end', member })}>{t('people.manage.end')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
