import { Menu, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs'
import IconDeviceLaptop from '@tabler/icons-react/dist/esm/icons/IconDeviceLaptop.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { KeptDialog } from '#client/features/room/index.ts'
import type { KeptText } from '#client/platform/index.ts'
import type { SessionView } from '#shared/api/index.ts'
import { AppearanceItems } from './AppearanceMenu.tsx'
import classes from './Header.module.css'
import { paths } from './paths.ts'
import { holdsOwnWords, signOutOf } from './sign-out.ts'

type Membership = SessionView['memberships'][number]

/** Who is signed in, for which delegation and in which role; behind it appearance, other negotiations and signing out. */
export function PersonMenu({ session, here }: Readonly<{ session: SessionView; here: Membership | null }>) {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState<'sign-out' | 'forget' | null>(null)
  const accountId = session.account?.id ?? ''
  const signOut = useMutation({
    mutationFn: async () => ((await holdsOwnWords(accountId)) ? setPurpose('sign-out') : signOutOf(accountId, () => false)),
  })
  const pathOf = ({ memberId, textId }: KeptText) => {
    const membership = session.memberships.find((one) => one.memberId === memberId)
    return membership === undefined ? null : paths.text(membership.negotiationId, textId)
  }
  const name = session.account?.name ?? ''
  const others = session.memberships.filter((membership) => membership !== here)
  const seat = here && seatOf(here.delegation, t(`common.role.${here.role}`))
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <UnstyledButton className={classes.person}>
            <span>
              <span className={classes.name}>{name}</span>
              {seat && <span className={classes.seat}>{seat}</span>}
              <span className="unseen">: {t('app.accountMenu')}</span>
            </span>
            <IconChevronDown size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <AppearanceItems />
          {others.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('app.otherNegotiations')}</Menu.Label>
              {others.map((membership) => (
                <Menu.Item key={membership.memberId} component={Link} to={paths.desk(membership.negotiationId)} leftSection={<IconFiles size={16} aria-hidden />}>
                  {membership.title}
                </Menu.Item>
              ))}
            </>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceLaptop size={16} aria-hidden />} onClick={() => setPurpose('forget')}>
            {t('app.keptHere')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
            {t('app.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <KeptDialog accountId={accountId} purpose={purpose} pathOf={pathOf} signOut={(keep) => signOutOf(accountId, keep)} onClose={() => setPurpose(null)} />
    </>
  )
}

/** "Republic of Arvania · drafter"; an office that is called like its role is not said twice. */
const seatOf = (delegation: string, role: string): string => (delegation.toLowerCase() === role.toLowerCase() ? delegation : `${delegation} · ${role}`)
