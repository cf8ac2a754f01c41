import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorshipView, broughtIn, deskView, type AuthorView, type AuthorshipView } from '#shared/api/index.ts'
import { writtenText } from '#shared/document/index.ts'
import { openDraft } from '#tests/support/live.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let drafter: Person
let textId = ''

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  drafter = await invite(program, chair, { role: 'drafter', delegation: 'Merinda', name: 'Tomas Lind' })
  const request = { kind: 'rolling', title: 'Rolling', submitter: 'Secretariat', receivedOn: '2026-11-20', chapterIds: [], language: null, file: fileOf('t.txt', SHORT_TREATY) }
  textId = (await chair.post(`/api/negotiations/${chair.negotiationId}/texts`, request, broughtIn)).text.id
})
afterAll(() => program.end())

const authorship = (person = chair) => person.get(`/api/texts/${textId}/authorship`, authorshipView)

function authorOf({ authors, clients }: AuthorshipView, client: number, clock: number): (AuthorView & { minutes: number | null }) | null {
  const span = clients.find((one) => one.client === client)?.spans.find(([from, to]) => from <= clock && clock < to)
  const author = span && authors[span[2]]
  return span && author ? { ...author, minutes: span[3] } : null
}

/** The words of the first clause that hold `words`, by who wrote them. */
async function signedWords(words: string): Promise<readonly string[]> {
  const open = openDraft(program, chair, textId)
  await open.ready
  const known = await authorship()
  const text = open.doc.getText('body').toJSON()
  const lines: string[] = []
  let at = 0
  for (const { runs } of writtenText(open.doc)) {
    const clause = text.slice(at, at + (runs.at(-1)?.to ?? 0))
    at += clause.length
    if (!clause.includes(words)) continue
    for (const { from, to, client, clock } of runs) lines.push(`${authorOf(known, client, clock)?.delegation}: ${clause.slice(from, to)}`)
  }
  open.close()
  return lines
}

async function types(person: Person, words: string, before: string): Promise<void> {
  const open = openDraft(program, person, textId)
  await open.ready
  const body = open.doc.getText('body')
  let at = 0
  for (const { insert } of body.toDelta() as { insert: unknown }[]) {
    const found = typeof insert === 'string' ? insert.indexOf(before) : -1
    if (found !== -1) {
      body.insert(at + found, words)
      break
    }
    at += typeof insert === 'string' ? insert.length : 1
  }
  await expect.poll(async () => (await authorship()).clients.some(({ client }) => client === open.doc.clientID)).toBe(true)
  open.close()
}

test('[DC23] who wrote these words, when, and in which delegation’s name, for whoever may read the text', async () => {
  await types(drafter, 'always ', 'prevent trials')
  await types(chair, 'and everywhere ', 'prevent trials')
  const lines = await signedWords('prevent trials')
  const { me } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  expect(lines).toEqual(['Secretariat: The purposes of this Convention are to ', 'Merinda: always ', `${me.delegation}: and everywhere `, 'Secretariat: prevent trials.'])
  const reader = await invite(program, chair, { role: 'reader' })
  const { authors, clients } = await authorship(reader)
  expect(authors).toContainEqual({ memberId: expect.any(String) as string, name: 'Tomas Lind', delegation: 'Merinda', brought: false })
  expect(authors.find(({ brought }) => brought)).toMatchObject({ name: 'Ada Chair', delegation: 'Secretariat' })
  const minutes = clients.flatMap(({ spans }) => spans.flatMap((span) => span[3] ?? []))
  expect(minutes.length).toBeGreaterThan(1)
  expect(minutes.every((minute) => minute === Math.floor(minute) && minute > 29_000_000)).toBe(true)
})

test('[DC23] a member who changes delegation signed earlier words as before and signs new ones anew; a restart changes nothing', async () => {
  const { members } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  const id = members.find(({ name }) => name === 'Tomas Lind')?.id ?? ''
  await chair.ask(`/api/members/${id}`, { method: 'PATCH', body: { role: 'drafter', delegation: 'Halvard' } })
  await types(drafter, 'indeed ', 'prevent trials')
  const before = await signedWords('prevent trials')
  expect(before).toContain('Merinda: always ')
  expect(before).toContain('Halvard: indeed ')
  program = await program.restart()
  const again = program.visitor()
  await again.ask('/api/sign-in', { method: 'POST', body: { email: chair.email, password: chair.password } })
  chair = { ...chair, ...again }
  expect(await signedWords('prevent trials')).toEqual(before)
})
