import { afterAll, beforeAll, expect, test } from 'vitest'
import { broughtIn, deskView, dismissalView, dismissalsView } from '#shared/api/index.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let drafter: Person
let textId = ''

const words = { ranges: [{ client: 7, clock: 2, length: 9 }], quote: ' or else ', citation: 'Article 1(2)' }
const path = () => `/api/texts/${textId}/dismissals`
const standing = async () => (await chair.get(path(), dismissalsView)).dismissals
const journal = async () => (await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)).journal

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  drafter = await invite(program, chair, { role: 'drafter', delegation: 'Merinda', name: 'Tomas Lind' })
  const request = { kind: 'rolling', title: 'Rolling', submitter: '', receivedOn: '2026-11-20', chapterIds: [], language: null, file: fileOf('t.txt', SHORT_TREATY) }
  textId = (await chair.post(`/api/negotiations/${chair.negotiationId}/texts`, request, broughtIn)).text.id
})
afterAll(() => program.end())

test('rescued words are dismissed for everybody, signed and in the journal; dismissed again they are what they were', async () => {
  const made = await drafter.post(path(), words, dismissalView)
  expect(made).toMatchObject({ ...words, signature: { name: 'Tomas Lind', delegation: 'Merinda' } })
  expect(await chair.post(path(), { ...words, ranges: [{ client: 7, clock: 4, length: 2 }] }, dismissalView)).toEqual(made)
  expect(await standing()).toEqual([made])
  expect((await journal())[0]).toMatchObject({ act: 'rescued-dismissed', by: 'Tomas Lind', subject: '“or else” · Article 1(2) · Rolling', textId })
})

test('one of two who bring them back does, and the journal says so once; nothing is forgotten', async () => {
  const [made] = await standing()
  const path = `/api/dismissals/${made?.id}/return`
  const answers = await Promise.all([chair.ask(path, { method: 'POST' }), drafter.ask(path, { method: 'POST' })])
  expect(answers.map(({ status }) => status)).toEqual([204, 204])
  expect(await standing()).toEqual([])
  const acts = (await journal()).map(({ act }) => act)
  expect(acts.filter((act) => act === 'rescued-returned')).toHaveLength(1)
  expect(acts.filter((act) => act === 'rescued-dismissed')).toHaveLength(1)
})

test('what is no dismissal is refused', async () => {
  for (const body of [{ ...words, ranges: [] }, { ...words, ranges: [{ client: -1, clock: 0, length: 1 }] }, { ...words, quote: '' }, { quote: 'x' }]) {
    expect(await chair.refusal(path(), { method: 'POST', body })).toEqual([400, 'bad-input'])
  }
  expect(await chair.refusal(`/api/dismissals/${'a'.repeat(20)}/return`, { method: 'POST' })).toEqual([404, 'not-found'])
})
