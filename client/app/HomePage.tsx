import { useQuery } from '@tanstack/react-query'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { sessionQuery } from '#client/platform/index.ts'
import { FailureNotice, PageTitle, Waiting } from '#client/ui/index.ts'
import classes from './HomePage.module.css'
import { paths } from './paths.ts'
import { Sheet } from './Sheet.tsx'

/** The start: on to the only negotiation, or a choice of several; on to signing in for a stranger. */
export function HomePage() {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery())
  if (session.error) return <FailureNotice failure={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return <Waiting />
  const { account, memberships } = session.data
  if (account === null) return <Navigate to={paths.signIn()} replace />
  const [only] = memberships
  if (only !== undefined && memberships.length === 1) return <Navigate to={paths.desk(only.negotiationId)} replace />
  return (
    <Sheet title={t('app.negotiations.title')}>
      <PageTitle parts={[t('app.negotiations.title')]} />
      {only === undefined && <Text>{t('app.negotiations.none')}</Text>}
      <ul className={classes.list}>
        {memberships.map((membership) => (
          <li key={membership.memberId}>
            <Link to={paths.desk(membership.negotiationId)}>{membership.title}</Link>
            <Text size="sm" c="dimmed">
              {membership.delegation} · {t(`common.role.${membership.role}`)}
            </Text>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
