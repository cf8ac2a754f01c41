import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonMade, comparisonView, deskView, refusalView, sampleLoaded, versionView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { tampered } from './tampering.ts'

let program: TestProgram
let chair: Person
/** The version and the text as it stood that are compared, and what the link pins of them. */
let pinned: Readonly<{ id: string; matrixId: string; versionId: string; textId: string; base: string; revised: string; clauses: Readonly<{ base: ClauseId; revised: ClauseId }> }>

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  const at = `/api/negotiations/${chair.negotiationId}`
  await chair.post(`${at}/sample`, {}, sampleLoaded)
  const [rolling, draft] = (await chair.get(at, deskView)).texts
  const textId = rolling?.id ?? ''
  const { id: versionId } = await chair.post(`/api/texts/${textId}/versions`, { symbol: 'A/AC.291/22', note: '' }, versionView)
  const { id } = await chair.post(`${at}/comparisons`, { base: { textId, versionId }, revised: { textId: draft?.id, versionId: null } }, comparisonMade)
  const { base, revised } = await chair.get(`/api/comparisons/${id}`, comparisonView)
  const [first, second] = [base.text.clauses[0], revised.text.clauses[0]]
  if (first === undefined || second === undefined) throw new Error('both texts have clauses')
  const matrix = await chair.post(`${at}/matrices`, { texts: [{ textId, versionId }, { textId: draft?.id, versionId: null }, { textId, versionId: null }] }, comparisonMade)
  pinned = { id, matrixId: matrix.id, versionId, textId, base: base.contentHash, revised: revised.contentHash, clauses: { base: first.id, revised: second.id } }
  await program.travaux.close()
})
afterAll(() => program.end())

/** The chair, before a server on a copy of the data folder in which somebody has run `sql` */
async function after<Result>(sql: string, work: (chair: Person) => Promise<Result>): Promise<Result> {
  const again = await startForTest({ dataDir: tampered(program.dataDir, sql) })
  try {
    const visitor = again.visitor()
    const { email, password } = chair
    expect((await visitor.ask('/api/sign-in', { method: 'POST', body: { email, password } })).status).toBe(204)
    return await work({ ...chair, ...visitor })
  } finally {
    await again.travaux.close()
  }
}

/** What the server answers where it must refuse. */
const refusalAfter = (sql: string, path = `/api/comparisons/${pinned.id}`, ask: Parameters<Person['ask']>[1] = {}) =>
  after(sql, async (who) => {
    const response = await who.ask(path, ask)
    return { status: response.status, ...refusalView.parse(await response.json()) }
  })

describe('a pinned comparison', () => {
  test('shows what was pinned as long as it is there', async () => {
    const { base, revised } = await after('SELECT 1', (who) => who.get(`/api/comparisons/${pinned.id}`, comparisonView))
    expect([base.contentHash, base.versionLabel, revised.contentHash, revised.versionLabel]).toEqual([pinned.base, 'A/AC.291/22', pinned.revised, null])
  })

  const of = { base: () => `hash = '${pinned.base}'`, revised: () => `hash = '${pinned.revised}'` } as const
  const harms: readonly (readonly [what: string, sql: () => string, refused: Readonly<{ id: string; side: RegExp }>])[] = [
    ['the wording of the base is gone', () => `DELETE FROM contents WHERE ${of.base()}`, { id: 'content-missing', side: /the base, “.+”, A\/AC\.291\/22/ }],
    ['the wording of the revised text is gone', () => `DELETE FROM contents WHERE ${of.revised()}`, { id: 'content-missing', side: /the revised text, “.+”, as pinned on \d{4}-/ }],
    ['the version of the base is gone', () => `DELETE FROM versions WHERE id = '${pinned.versionId}'`, { id: 'content-missing', side: /the version of the base, “.+” that was pinned on/ }],
    ['a word of the base was changed', () => `UPDATE contents SET content = replace(content, 'shall', 'may') WHERE ${of.base()}`, { id: 'content-altered', side: /the base, / }],
    ['a word of the revised text was changed', () => `UPDATE contents SET content = replace(content, 'shall', 'may') WHERE ${of.revised()}`, { id: 'content-altered', side: /the revised text, / }],
    ['the held numbers of the base are gone', () => `UPDATE contents SET held = NULL WHERE ${of.base()}`, { id: 'content-altered', side: /the base, / }],
    ['the base is no wording any more', () => `UPDATE contents SET content = '{' WHERE ${of.base()}`, { id: 'content-altered', side: /the base, / }],
    ['the version of the base names another wording', () => `UPDATE versions SET content_hash = '${pinned.revised}' WHERE id = '${pinned.versionId}'`, { id: 'content-altered', side: /A\/AC\.291\/22 of the base, / }],
    ['the link names another wording', () => `UPDATE comparisons SET base = replace(base, '${pinned.base}', '${pinned.revised}')`, { id: 'content-altered', side: /A\/AC\.291\/22 of the base, / }],
  ]
  test.each(harms)('is refused with the side that is broken when %s', async (_what, sql, { id, side }) => {
    const refused = await refusalAfter(sql())
    expect([refused.status, refused.refusal]).toEqual([410, id])
    expect(refused.detail).toMatch(side)
  })

  test('is not corrected either', async () => {
    const path = `/api/comparisons/${pinned.id}/corrections`
    const ask = { method: 'POST', body: { ...pinned.clauses, verdict: 'same' } } as const
    expect(await refusalAfter(`DELETE FROM contents WHERE ${of.revised()}`, path, ask)).toMatchObject({ refusal: 'content-missing', detail: expect.stringContaining('the revised text') as unknown })
  })
})

test('a pinned matrix is refused, with the text that is broken', async () => {
  const path = `/api/matrices/${pinned.matrixId}`
  expect(await after('SELECT 1', async (who) => (await who.ask(path)).status)).toBe(200)
  expect(await refusalAfter(`DELETE FROM contents WHERE hash = '${pinned.revised}'`, path)).toMatchObject({ status: 410, refusal: 'content-missing', detail: expect.stringMatching(/the wording of “.+”, as pinned on/) as unknown })
  const altered = `UPDATE contents SET content = replace(content, 'shall', 'may') WHERE hash = '${pinned.base}'`
  expect(await refusalAfter(altered, path)).toMatchObject({ status: 410, refusal: 'content-altered', detail: expect.stringContaining('A/AC.291/22') as unknown })
})

test('a version whose wording was changed is neither shown nor pinned anew', async () => {
  const sql = `UPDATE contents SET content = replace(content, 'shall', 'may') WHERE hash = '${pinned.base}'`
  const shown = await refusalAfter(sql, `/api/texts/${pinned.textId}/content?version=${pinned.versionId}`)
  expect(shown).toMatchObject({ status: 410, refusal: 'content-altered', detail: expect.stringContaining('A/AC.291/22') as unknown })
  const ref = { textId: pinned.textId, versionId: pinned.versionId }
  const body = { base: ref, revised: { ...ref, versionId: null } }
  expect(await refusalAfter(sql, `/api/negotiations/${chair.negotiationId}/comparisons`, { method: 'POST', body })).toMatchObject({ status: 410, refusal: 'content-altered' })
})
