import { afterAll, beforeAll, expect, test } from 'vitest'
import { broughtIn, comparisonMade, comparisonView, deskView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let drafter: Person
let reviewer: Person
let [one, other, owned] = ['', '', '']

const negotiation = () => `/api/negotiations/${chair.negotiationId}`
const ref = (textId: string) => ({ textId, versionId: null })
const pin = async (who: Person, base: string, revised: string): Promise<string> =>
  (await who.post(`${negotiation()}/comparisons`, { base: ref(base), revised: ref(revised) }, comparisonMade)).id
const view = (who: Person, id: string) => who.get(`/api/comparisons/${id}`, comparisonView)
const say = (who: Person, id: string, body: object) => who.ask(`/api/comparisons/${id}/corrections`, { method: 'POST', body })

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  drafter = await invite(program, chair, { role: 'drafter', delegation: 'Merinda', name: 'Tomas Lind' })
  reviewer = await invite(program, chair, { role: 'reviewer', name: 'Open Net' })
  const bringIn = async (kind: string, title: string): Promise<string> => {
    const request = { kind, title, submitter: '', receivedOn: '2026-11-20', chapterIds: [], language: null, file: fileOf('t.txt', SHORT_TREATY) }
    return (await chair.post(`${negotiation()}/texts`, request, broughtIn)).text.id
  }
  one = await bringIn('rolling', 'Rolling')
  other = await bringIn('submitted', 'Draft A')
  owned = await bringIn('private', 'Ours')
})
afterAll(() => program.end())

/** An article of each side that are not the same. */
async function articles(id: string): Promise<Readonly<{ base: ClauseId; revised: ClauseId }>> {
  const { base, revised } = await view(chair, id)
  const [first, second] = [base.text.clauses.find(({ text }) => text === 'Purposes'), revised.text.clauses.find(({ text }) => text === 'Illegal access')]
  if (first === undefined || second === undefined) throw new Error('the treaty has both articles')
  return { base: first.id, revised: second.id }
}

test('what one says of a match everybody sees, signed and in the journal, until it is taken back', async () => {
  const id = await pin(chair, one, other)
  const match = await articles(id)
  expect((await view(chair, id)).corrections).toEqual([])
  expect((await say(drafter, id, { ...match, verdict: 'same' })).status).toBe(204)
  expect((await view(chair, id)).corrections).toMatchObject([{ ...match, verdict: 'same', signature: { name: 'Tomas Lind' } }])
  const { journal } = await chair.get(negotiation(), deskView)
  expect(journal[0]).toMatchObject({ act: 'match-corrected', by: 'Tomas Lind', subject: 'Rolling, Article 1 ↔ Draft A, Article 2' })
  await say(chair, id, { ...match, verdict: 'same' })
  expect((await chair.get(negotiation(), deskView)).journal[0]).toMatchObject({ by: 'Tomas Lind' }) // said before: nothing to write down
  await say(chair, id, { ...match, verdict: 'withdrawn' })
  expect((await view(reviewer, id)).corrections).toEqual([])
})

test('it is used again when the same two texts are next compared, whichever way round, under the name of who said it', async () => {
  const match = await articles(await pin(chair, one, other))
  await say(drafter, await pin(chair, one, other), { ...match, verdict: 'different' })
  const again = (await view(chair, await pin(chair, one, other))).corrections
  expect(again).toMatchObject([{ ...match, verdict: 'different', signature: { name: 'Tomas Lind' } }])
  const swapped = (await view(chair, await pin(reviewer, other, one))).corrections
  expect(swapped).toMatchObject([{ base: match.revised, revised: match.base, verdict: 'different' }])
  expect((await view(chair, await pin(chair, one, owned))).corrections).toEqual([])
})

test('what is no clause of the comparison, and whoever may not say, is refused', async () => {
  const id = await pin(chair, one, other)
  const match = await articles(id)
  expect(await chair.refusal(`/api/comparisons/${id}/corrections`, { method: 'POST', body: { base: match.revised, revised: match.base, verdict: 'same' } })).toEqual([404, 'not-found'])
  expect(await chair.refusal(`/api/comparisons/${id}/corrections`, { method: 'POST', body: { ...match, verdict: 'maybe' } })).toEqual([400, 'bad-input'])
  expect(await reviewer.refusal(`/api/comparisons/${id}/corrections`, { method: 'POST', body: { ...match, verdict: 'same' } })).toEqual([403, 'not-allowed'])
  const secret = await pin(chair, one, owned)
  expect(await reviewer.refusal(`/api/comparisons/${secret}/corrections`, { method: 'POST', body: { ...match, verdict: 'same' } })).toEqual([404, 'not-found'])
})
