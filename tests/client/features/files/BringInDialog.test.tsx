// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { BringInDialog } from '#client/features/files/index.ts'
import { pastedFile } from '#client/platform/index.ts'
import { deskView, type BroughtIn, type DeskView } from '#shared/api/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()
const TREATY = `Convention on Harbour Lights

Chapter I. General provisions

Article 1
Purpose

The purpose of this Convention is to keep harbour lights burning.

Article 2
Obligations

1. Each State Party shall:
(a) maintain its harbour lights; and
(b) repair them within thirty days.
2. A State Party may ask another for assistance.
`

let program: TestProgram
let chair: Person
let desk: DeskView
beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  desk = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
})
afterAll(() => program.end())

const deskNow = () => chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)

function open(file: Parameters<typeof BringInDialog>[0]['dropped']) {
  sitBefore(chair)
  const onBroughtIn = vi.fn<(result: BroughtIn) => void>()
  const hands = show(<BringInDialog desk={desk} opened dropped={file} onClose={() => undefined} onBroughtIn={onBroughtIn} />)
  return { hands, onBroughtIn }
}

test('a dropped text is shown as recognised, with every word counted, and comes in as described', async () => {
  const { hands, onBroughtIn } = open({ file: pastedFile('harbour-lights.txt', TREATY), count: 1 })
  const clauses = await screen.findByRole('list', { name: 'Clauses' }, { timeout: 10_000 })
  expect(screen.getByText(/1 chapter, 2 articles, \d paragraphs and 2 subparagraphs/)).toBeTruthy()
  expect(screen.getByText(/words in, all of them in recognised clauses/)).toBeTruthy()
  expect(within(clauses).getByText('(b)')).toBeTruthy()
  expect(within(screen.getByRole('list', { name: 'Source: harbour-lights.txt' })).getByText(/keep harbour lights burning/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Convention on Harbour Lights')

  await hands.selectOptions(screen.getByLabelText('Kind'), 'submitted')
  await hands.click(screen.getByRole('button', { name: 'Bring in' }))
  expect(screen.getByText(/Enter who submitted the draft/)).toBeTruthy()
  await hands.type(screen.getByLabelText('Submitted by'), 'Coastal States{Enter}')
  await vi.waitFor(() => expect(onBroughtIn).toHaveBeenCalledOnce(), 10_000)
  expect((await deskNow()).texts).toMatchObject([{ title: 'Convention on Harbour Lights', kind: 'submitted', submitter: 'Coastal States', articles: 2, receivedOn: desk.today }])
})

test('a broken file is told, and nothing is sent', async () => {
  const before = (await deskNow()).texts.length
  open({ file: { name: 'draft.txt', bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]) }, count: 1 })
  expect((await screen.findByRole('alert')).textContent).toMatch(/cannot be read as a text.*is a PDF/s)
  expect(screen.queryByRole('button', { name: 'Bring in' })).toBeNull()
  expect((await deskNow()).texts).toHaveLength(before)
})

test('pasted words are a text too', async () => {
  const { hands } = open(null)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Use the pasted text' }).disabled).toBe(true)
  await hands.click(screen.getByLabelText(/Or paste/))
  await hands.paste(TREATY)
  await hands.click(screen.getByRole('button', { name: 'Use the pasted text' }))
  expect(await screen.findByRole('list', { name: 'Clauses' }, { timeout: 10_000 })).toBeTruthy()
})
