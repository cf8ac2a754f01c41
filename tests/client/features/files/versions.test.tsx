// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DescribeDialog, IssueDialog, RenumberDialog } from '#client/features/files/index.ts'
import { deskView, sampleLoaded, type TextView } from '#shared/api/index.ts'
import { invariant } from '#shared/kernel/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()
let program: TestProgram
let chair: Person
beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  await chair.post(`/api/negotiations/${chair.negotiationId}/sample`, {}, sampleLoaded)
})
afterAll(() => program.end())

async function rolling(): Promise<TextView> {
  const { texts } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  const text = texts.find(({ kind }) => kind === 'rolling')
  invariant(text, 'the sample has a rolling text')
  return text
}

test('a version with a symbol holds the numbering; renumbering lets it run, with a table', async () => {
  sitBefore(chair)
  const onDone = vi.fn<() => void>()
  const hands = show(<IssueDialog text={await rolling()} onDone={onDone} onClose={() => undefined} />)
  await hands.type(screen.getByLabelText('Document symbol'), 'A/AC.291/22')
  await hands.type(screen.getByLabelText('Note'), 'after the second reading{Enter}')
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce(), 10_000)
  const held = await rolling()
  expect(screen.getByLabelText<HTMLInputElement>('Head of the journal').value).toBe(held.versions[0]?.journalHead)
  expect(screen.getByText('Issued: A/AC.291/22.')).toBeTruthy()
  expect([held.heldUnder, held.versions.map(({ note }) => note)]).toEqual(['A/AC.291/22', ['after the second reading']])
})

test('a symbol that is taken is told', async () => {
  sitBefore(chair)
  const hands = show(<IssueDialog text={await rolling()} onDone={() => undefined} onClose={() => undefined} />)
  await hands.type(screen.getByLabelText('Document symbol'), 'A/AC.291/22{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/bears that document symbol/)
})

test('renumbering asks first, then tells what became of the numbers', async () => {
  sitBefore(chair)
  const onDone = vi.fn<() => void>()
  const hands = show(<RenumberDialog text={await rolling()} onDone={onDone} onClose={() => undefined} />)
  expect(screen.getByText(/held under A\/AC.291\/22/)).toBeTruthy()
  await hands.click(screen.getByRole('button', { name: 'Renumber now' }))
  expect(await screen.findByText('All numbers stay as they were.')).toBeTruthy()
  expect((await rolling()).heldUnder).toBeNull()
})

test('a description is changed as a whole', async () => {
  sitBefore(chair)
  const text = await rolling()
  const { chapters } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  const onDone = vi.fn<() => void>()
  const hands = show(<DescribeDialog text={text} chapters={chapters} onDone={onDone} onClose={() => undefined} />)
  await hands.clear(screen.getByLabelText('Title'))
  await hands.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Enter a title, up to 200 characters.')).toBeTruthy()
  await hands.type(screen.getByLabelText('Title'), 'Consolidated text')
  await hands.click(screen.getByLabelText('Preamble'))
  await hands.click(screen.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce(), 10_000)
  const now = await rolling()
  expect([now.title, now.chapterIds.length]).toEqual(['Consolidated text', text.chapterIds.length - 1])
})
