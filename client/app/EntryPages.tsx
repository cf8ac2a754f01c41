import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { AlreadySetUp, BrokenLink, JoinScreen, ResetScreen, SecondDrafterScreen, SetupScreen, SignInScreen } from '#client/features/entry/index.ts'
import { api, deskQuery, queryKeys, sessionQuery } from '#client/platform/index.ts'
import { FailureNotice, PageTitle, Waiting } from '#client/ui/index.ts'
import { tokenField, type Arrived, type SessionView } from '#shared/api/index.ts'
import { paths } from './paths.ts'

/** The one-time token of the address's fragment, which browsers send to no server; null when it is not one. */
function useToken(): string | null {
  const { hash } = useLocation()
  return tokenField.safeParse(hash.slice(1)).data ?? null
}

type Destination = (arrived: Arrived, queries: QueryClient) => Promise<string>
const toDesk: Destination = ({ negotiationId }) => Promise.resolve(paths.desk(negotiationId))
const toRollingText: Destination = async ({ negotiationId }, queries) => {
  const { texts } = await queries.fetchQuery(deskQuery(negotiationId))
  const rolling = texts.find(({ kind }) => kind === 'rolling')
  return rolling === undefined ? paths.desk(negotiationId) : paths.text(negotiationId, rolling.id)
}

/**
 * What to do once somebody is in: the session is asked anew, and the spent link leaves the history. `arriving` from then
 * on: the screen may not show, for a moment, what it shows to somebody who was signed in before.
 */
function useArrival(destination: Destination = toDesk) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [arriving, setArriving] = useState(false)
  const arrive = async (arrived: Arrived) => {
    setArriving(true)
    await queries.fetchQuery({ ...sessionQuery(), staleTime: 0 })
    await navigate(await destination(arrived, queries), { replace: true })
  }
  return { arriving, onArrived: (arrived: Arrived) => void arrive(arrived) }
}

function WithSession({ children }: Readonly<{ children: (session: SessionView) => ReactNode }>) {
  const session = useQuery(sessionQuery())
  if (session.error) return <FailureNotice failure={session.error} onRetry={() => void session.refetch()} />
  return session.data ? children(session.data) : <Waiting />
}

export function SetupPage() {
  const { t } = useTranslation()
  const token = useToken()
  const navigate = useNavigate()
  const { arriving, onArrived } = useArrival()
  return (
    <>
      <PageTitle parts={[t('entry.setup.title')]} />
      <WithSession>
        {({ setUp }) => {
          if (arriving) return <Waiting />
          if (setUp) return <AlreadySetUp onSignIn={() => void navigate(paths.home(), { replace: true })} />
          return token === null ? <BrokenLink /> : <SetupScreen token={token} onArrived={onArrived} />
        }}
      </WithSession>
    </>
  )
}

export function JoinPage() {
  const { t } = useTranslation()
  const token = useToken()
  const { arriving, onArrived } = useArrival()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { pathname, hash } = useLocation()
  const signOut = async () => {
    await api.signOut()
    await queries.invalidateQueries({ queryKey: queryKeys.session() })
  }
  return (
    <>
      <PageTitle parts={[t('entry.join.title')]} />
      {token === null ? (
        <BrokenLink />
      ) : (
        <WithSession>
          {({ account }) => arriving ? <Waiting /> : (
            <JoinScreen
              token={token}
              account={account}
              onArrived={onArrived}
              onSignIn={() => void navigate(paths.signIn(), { state: { from: pathname + hash } })}
              onSignOut={() => void signOut()}
            />
          )}
        </WithSession>
      )}
    </>
  )
}

export function ResetPage() {
  const { t } = useTranslation()
  const token = useToken()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const done = async () => {
    await queries.resetQueries({ queryKey: queryKeys.session() })
    await navigate(paths.home(), { replace: true })
  }
  return (
    <>
      <PageTitle parts={[t('entry.reset.title')]} />
      {token === null ? <BrokenLink /> : <ResetScreen token={token} onDone={() => void done()} />}
    </>
  )
}

export function SecondPage() {
  const { t } = useTranslation()
  const token = useToken()
  const { arriving, onArrived } = useArrival(toRollingText)
  return (
    <>
      <PageTitle parts={[t('entry.second.title')]} />
      {token === null ? (
        <BrokenLink />
      ) : (
        <WithSession>{({ account }) => (arriving ? <Waiting what={t('entry.second.opening')} /> : <SecondDrafterScreen token={token} account={account} onArrived={onArrived} />)}</WithSession>
      )}
    </>
  )
}

export function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { state } = useLocation()
  const enter = async () => {
    await queries.resetQueries({ queryKey: queryKeys.session() })
    await navigate(cameFrom(state) ?? paths.home(), { replace: true })
  }
  return (
    <>
      <PageTitle parts={[t('entry.signIn.title')]} />
      <WithSession>{({ setUp }) => <SignInScreen setUp={setUp} onSignedIn={() => void enter()} />}</WithSession>
    </>
  )
}

/** The address that sent somebody to sign in: always one of ours, as it begins with a single slash. */
function cameFrom(state: unknown): string | null {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : null
}
