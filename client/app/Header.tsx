import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { deskQuery, sessionQuery } from '#client/platform/index.ts'
import { AppearanceMenu } from './AppearanceMenu.tsx'
import classes from './Header.module.css'
import { Mark } from './Mark.tsx'
import { paths } from './paths.ts'
import { PersonMenu } from './PersonMenu.tsx'

/** The bar above every screen: where one is and who one is. */
export function Header() {
  const { t } = useTranslation()
  const { negotiationId } = useParams()
  const session = useQuery({ ...sessionQuery(), enabled: false }).data
  const desk = useQuery({ ...deskQuery(negotiationId ?? ''), enabled: false }).data
  const here = session?.memberships.find((membership) => membership.negotiationId === negotiationId)
  const title = desk?.negotiation.title ?? here?.title
  return (
    <header className={classes.header}>
      <Link to={paths.home()} className={classes.product}>
        <Mark />
        <span className={classes.productName}>{t('common.product')}</span>
        <span className="unseen">, {t('app.home')}</span>
      </Link>
      {negotiationId !== undefined && title !== undefined && (
        <Link to={paths.desk(negotiationId)} className={classes.negotiation}>
          {title}
        </Link>
      )}
      <div className={classes.end}>
        {session?.account ? <PersonMenu session={session} here={here ?? null} /> : <AppearanceMenu />}
      </div>
    </header>
  )
}
