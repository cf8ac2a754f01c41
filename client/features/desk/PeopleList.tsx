import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskView, MemberView } from '#shared/api/index.ts'
import { ROLES, may } from '#shared/rights/index.ts'
import { Panel } from './Panel.tsx'
import classes from './PeopleList.module.css'

type Props = Readonly<{ desk: DeskView; onInvite: () => void; onManage: () => void }>

/** The members by delegation, with who is here now. */
export function PeopleList({ desk, onInvite, onManage }: Props) {
  const { t } = useTranslation()
  const { me, members } = desk
  const here = members.filter((member) => member.here).length
  const delegations = [...new Set(members.map(({ delegation }) => delegation))]
  const mayInvite = ROLES.some((role) => may(me, { do: 'invite', role }))
  return (
    <Panel
      title={t('desk.people.title')}
      note={t('desk.people.hereCount', { count: here })}
      actions={
        mayInvite && (
          <Button size="compact-sm" variant="default" onClick={onInvite}>
            {t('desk.people.invite')}
          </Button>
        )
      }
    >
      <dl className={classes.delegations}>
        {delegations.map((delegation) => (
          <div key={delegation}>
            <dt>{delegation}</dt>
            {members.filter((member) => member.delegation === delegation).map((member) => (
              <dd key={member.id} className={classes.member}>
                <Presence member={member} />
                <span>
                  {member.name}
                  {member.id === me.id && <span className={classes.aside}> ({t('desk.people.you')})</span>}
                </span>
                <span className={classes.aside}>{t(`common.role.${member.role}`)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {may(me, { do: 'see-invitations' }) && (
        <Anchor component="button" type="button" mt="sm" size="sm" onClick={onManage}>
          {t('desk.people.manage')}
        </Anchor>
      )}
    </Panel>
  )
}

function Presence({ member }: Readonly<{ member: MemberView }>) {
  const { t } = useTranslation()
  const words = member.here ? t('desk.people.here') : t('desk.people.away')
  return (
    <svg viewBox="-6 -6 12 12" width="11" height="11" role="img" aria-label={words} className={member.here ? classes.here : classes.away}>
      <title>{words}</title>
      <circle r="4.4" />
    </svg>
  )
}
