// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { JoinScreen, ResetScreen, SecondDrafterScreen, SetupScreen, SignInScreen } from '#client/features/entry/index.ts'
import { invited, resetLink, sampleLoaded, sessionView, type Arrived } from '#shared/api/index.ts'
import { startForTest, tokenOf, type TestProgram, type Visitor } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()

// One negotiation, entered in every way in turn: each test stands on the ones before it, as people do.
let program: TestProgram
let chair: Visitor
let negotiationId = ''
const PASSWORD = 'correct horse battery'

beforeAll(async () => {
  program = await startForTest()
  chair = program.visitor()
})
afterAll(() => program.end())

const sessionOf = (visitor: Visitor) => visitor.get('/api/session', sessionView)
const noted = () => vi.fn<(arrived: Arrived) => void>()

test('the first start’s link makes the chair, once what is missing is filled in', async () => {
  sitBefore(chair)
  const onArrived = noted()
  const hands = show(<SetupScreen token={tokenOf(program.travaux.setupLink ?? '')} onArrived={onArrived} />)
  await hands.type(screen.getByLabelText('Your name'), 'Amina Diallo')
  await hands.type(screen.getByLabelText('E-mail address'), 'amina@example.org')
  await hands.type(screen.getByLabelText('Password'), PASSWORD)
  await hands.click(screen.getByRole('button', { name: /Create account/ }))
  expect(screen.getByText('Enter a title, up to 200 characters.')).toBeTruthy()
  expect(onArrived).not.toHaveBeenCalled()

  await hands.type(screen.getByLabelText('Title of the negotiation'), 'Convention on cybercrime{Enter}')
  await vi.waitFor(() => expect(onArrived).toHaveBeenCalledOnce(), 10_000)
  negotiationId = onArrived.mock.calls[0]?.[0].negotiationId ?? ''
  expect((await sessionOf(chair)).memberships).toMatchObject([{ negotiationId, role: 'chair', delegation: 'Chair' }])
})

test('an invitation says who invites, to what and as what, and makes an account', async () => {
  const { path } = await chair.post(`/api/negotiations/${negotiationId}/invitations`, { role: 'drafter', delegation: 'Arvania', uses: 1, validDays: 7 }, invited)
  const guest = program.visitor()
  sitBefore(guest)
  const onArrived = noted()
  const hands = show(<JoinScreen token={tokenOf(path)} account={null} onArrived={onArrived} onSignIn={() => undefined} onSignOut={() => undefined} />)
  expect(await screen.findByText('Amina Diallo invites you to “Convention on cybercrime” as drafter for Arvania.')).toBeTruthy()
  await hands.type(screen.getByLabelText('Your name'), 'Boris Lind')
  await hands.type(screen.getByLabelText('E-mail address'), 'boris@example.org')
  await hands.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`)
  await vi.waitFor(() => expect(onArrived).toHaveBeenCalledOnce(), 10_000)
  expect((await sessionOf(guest)).memberships).toMatchObject([{ role: 'drafter', delegation: 'Arvania' }])
})

test('a link that is spent or was never one says so', async () => {
  sitBefore(program.visitor())
  show(<JoinScreen token={'x'.repeat(30)} account={null} onArrived={noted()} onSignIn={() => undefined} onSignOut={() => undefined} />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/not valid/)
})

test('a wrong password is told; the right one signs in', async () => {
  const visitor = program.visitor()
  sitBefore(visitor)
  const onSignedIn = vi.fn<() => void>()
  const hands = show(<SignInScreen setUp onSignedIn={onSignedIn} />)
  await hands.type(screen.getByLabelText('E-mail address'), 'boris@example.org')
  await hands.type(screen.getByLabelText('Password'), 'not this one{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/do not belong together/)
  await hands.clear(screen.getByLabelText('Password'))
  await hands.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`)
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce(), 10_000)
  expect((await sessionOf(visitor)).account?.name).toBe('Boris Lind')
})

test('a reset link sets a new password', async () => {
  const { memberships } = await sessionOf(chair)
  const { path } = await chair.post(`/api/members/${memberships[0]?.memberId}/reset-link`, {}, resetLink)
  sitBefore(program.visitor())
  const onDone = vi.fn<() => void>()
  const hands = show(<ResetScreen token={tokenOf(path)} onDone={onDone} />)
  await hands.type(screen.getByLabelText('New password'), 'short{Enter}')
  expect(screen.getByText('Enter a password of at least 10 characters.')).toBeTruthy()
  await hands.type(screen.getByLabelText('New password'), ' but now long enough{Enter}')
  expect((await screen.findByRole('alert', {}, { timeout: 10_000 })).textContent).toMatch(/new password is set/)
  await hands.click(screen.getByRole('button', { name: /sign in/ }))
  expect(onDone).toHaveBeenCalledOnce()
})

test('the second drafter’s link lets a stranger in at once, and asks somebody who is signed in', async () => {
  const visitor = program.visitor()
  await visitor.ask('/api/sign-in', { method: 'POST', body: { email: 'amina@example.org', password: 'short but now long enough' } })
  const { secondDrafterPath } = await visitor.post(`/api/negotiations/${negotiationId}/sample`, {}, sampleLoaded)
  const token = tokenOf(secondDrafterPath)
  sitBefore(program.visitor())
  const onArrived = noted()
  show(<SecondDrafterScreen token={token} account={{ id: 'u', name: 'Boris Lind', email: 'boris@example.org' }} onArrived={onArrived} />)
  expect(screen.getByText(/signed in as Boris Lind/)).toBeTruthy()
  expect(onArrived).not.toHaveBeenCalled()
  show(<SecondDrafterScreen token={token} account={null} onArrived={onArrived} />)
  await vi.waitFor(() => expect(onArrived.mock.calls[0]?.[0]).toEqual({ negotiationId }), 10_000)
})
