// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ChaptersDialog, InviteDialog, PeopleDialog } from '#client/features/people/index.ts'
import { deskView } from '#shared/api/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()
let program: TestProgram
let chair: Person
beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
})
afterAll(() => program.end())

const deskNow = () => chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)

test('an invitation’s link is shown once, with what it gives', async () => {
  sitBefore(chair)
  const { me } = await deskNow()
  const hands = show(<InviteDialog negotiationId={chair.negotiationId} me={me} opened onClose={() => undefined} onDone={() => undefined} />)
  await hands.selectOptions(screen.getByLabelText('Role'), 'reviewer')
  await hands.clear(screen.getByLabelText(/How many people/))
  await hands.type(screen.getByLabelText(/How many people/), 'many')
  await hands.click(screen.getByRole('button', { name: 'Make the link' }))
  expect(screen.getByText(/whole number from 1 to 1000/)).toBeTruthy()
  await hands.clear(screen.getByLabelText(/How many people/))
  await hands.type(screen.getByLabelText(/How many people/), '3')
  await hands.type(screen.getByLabelText('Delegation or office'), 'Open Networks Watch{Enter}')
  const link = await screen.findByLabelText<HTMLInputElement>('Invitation link')
  expect(link.value).toMatch(/\/join#[\w-]{20,}$/)
  expect(screen.getByText(/For up to 3 people as reviewer/)).toBeTruthy()
  expect((await deskNow()).invitations).toMatchObject([{ role: 'reviewer', delegation: 'Open Networks Watch', usesLeft: 3 }])
})

test('an open invitation can be withdrawn; a chair is not offered to end their own membership', async () => {
  sitBefore(chair)
  const onDone = vi.fn<() => void>()
  const hands = show(<PeopleDialog desk={await deskNow()} opened onClose={() => undefined} onDone={onDone} />)
  await hands.click(screen.getByRole('button', { name: /Actions for/ }))
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).not.toContain('End the membership')
  await hands.keyboard('{Escape}')
  await hands.click(screen.getByRole('button', { name: /Withdraw the invitation of Open Networks Watch/ }))
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce(), 10_000)
  expect((await deskNow()).invitations).toMatchObject([{ revoked: true }])
})

test('a member’s delegation is changed in the same dialog', async () => {
  sitBefore(chair)
  const hands = show(<PeopleDialog desk={await deskNow()} opened onClose={() => undefined} onDone={() => undefined} />)
  await hands.click(screen.getByRole('button', { name: /Actions for/ }))
  await hands.click(screen.getByRole('menuitem', { name: /Change role/ }))
  await hands.clear(screen.getByLabelText('Delegation'))
  await hands.type(screen.getByLabelText('Delegation'), 'Presidency{Enter}')
  expect(await screen.findByRole('heading', { name: 'Members and invitations' }, { timeout: 10_000 })).toBeTruthy()
  expect((await deskNow()).me).toMatchObject({ role: 'chair', delegation: 'Presidency' })
})

test('chapters are added, ordered and dated by keyboard', async () => {
  sitBefore(chair)
  const onClose = vi.fn<() => void>()
  const hands = show(<ChaptersDialog desk={await deskNow()} opened onDone={() => undefined} onClose={onClose} />)
  const add = () => hands.click(screen.getByRole('button', { name: 'Add a chapter' }))
  await add()
  await add()
  await hands.type(screen.getByLabelText('Title of chapter 1'), 'Criminalization')
  await hands.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Enter a title, up to 200 characters.')).toBeTruthy()
  await hands.type(screen.getByLabelText('Title of chapter 2'), 'Preamble')
  await hands.type(screen.getByLabelText('Deadline of chapter 2'), '2026-12-28')
  await hands.click(screen.getByRole('button', { name: 'Move chapter 2 up' }))
  await hands.click(screen.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce(), 10_000)
  expect((await deskNow()).chapters).toMatchObject([{ title: 'Preamble', dueOn: '2026-12-28' }, { title: 'Criminalization', dueOn: null }])
})

test('a dialog is left by its button and by Escape', async () => {
  sitBefore(chair)
  const onClose = vi.fn<() => void>()
  const hands = show(<ChaptersDialog desk={await deskNow()} opened onDone={() => undefined} onClose={onClose} />)
  await hands.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
  await hands.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(2)
})
