import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useOutletContext, useParams } from 'react-router'
import { deskQuery, sessionQuery } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { DeskView, SessionView } from '#shared/api/index.ts'
import { Refused, type RefusalId } from '#shared/kernel/index.ts'
import classes from './NegotiationFrame.module.css'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { useFeed } from './use-feed.ts'
import { useTidyCopies } from './use-tidy-copies.ts'

/** The way into a negotiation: signed in, a member, its desk fetched and kept fresh by the feed. */
export function NegotiationFrame({ onEntered }: Readonly<{ onEntered: () => void }>) {
  const { negotiationId = '' } = useParams()
  const { pathname } = useLocation()
  const session = useQuery(sessionQuery())
  const signedIn = session.data?.account != null
  const desk = useQuery({ ...deskQuery(negotiationId), enabled: signedIn })

  if (session.data && !signedIn) return <Navigate to="/sign-in" state={{ from: pathname }} replace />
  const failure = session.error ?? desk.error
  const shutOut = failure instanceof Refused && SHUT_OUT.includes(failure.id)
  // Through a lost line or a busy server what was fetched stays on the screen; to somebody shut out it is no longer shown.
  if (desk.data && !shutOut) return <Inside desk={desk.data} session={session.data} onEntered={onEntered} />
  if (failure instanceof Refused && failure.id === 'not-found') return <NotFoundScreen />
  if (failure === null) return <Waiting />
  return (
    <div className={classes.notice}>
      <FailureNotice failure={failure} onRetry={() => void (session.error ? session.refetch() : desk.refetch())} />
    </div>
  )
}

const SHUT_OUT: readonly RefusalId[] = ['not-signed-in', 'not-a-member', 'not-allowed', 'not-found']

function Inside({ desk, session, onEntered }: Readonly<{ desk: DeskView; session: SessionView | undefined; onEntered: () => void }>) {
  const { t } = useTranslation()
  const line = useFeed(desk.negotiation.id)
  useTidyCopies(desk, session)
  useEffect(onEntered, [onEntered])
  return (
    <>
      <output className={line === 'lost' ? classes.lost : undefined}>
        {line === 'lost' ? t('app.connection.lost') : ''}
      </output>
      <Outlet context={desk} />
    </>
  )
}

/** The desk of the negotiation that the screen stands in. */
export const useDesk = (): DeskView => useOutletContext<DeskView>()
