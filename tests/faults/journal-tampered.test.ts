import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '#server/cli/run.ts'
import { verifyFolder } from '#server/cli/verify-folder.ts'
import { deskView, sampleLoaded } from '#shared/api/index.ts'
import { invite, signUpChair, startForTest, type TestProgram } from '#tests/support/program.ts'
import { Chance } from '../simulation/chance.ts'
import { tempFolder } from './folder.ts'
import { tampered, travauxVerify } from './tampering.ts'

let program: TestProgram
let heads: readonly string[] = []
let beside: ReturnType<typeof travauxVerify>
beforeAll(async () => {
  program = await startForTest()
  const chair = await signUpChair(program)
  const at = `/api/negotiations/${chair.negotiationId}`
  await chair.post(`${at}/sample`, {}, sampleLoaded)
  const { texts } = await chair.get(at, deskView)
  const rolling = texts.find(({ kind }) => kind === 'rolling')
  for (const symbol of [null, 'A/AC.291/22']) await chair.ask(`/api/texts/${rolling?.id}/versions`, { method: 'POST', body: { symbol, note: '' } })
  for (const role of ['drafter', 'reader'] as const) await invite(program, chair, { role })
  heads = (await chair.get(at, deskView)).texts.flatMap(({ versions }) => versions.flatMap(({ journalHead }) => journalHead ?? []))
  beside = travauxVerify(program.dataDir)
  await program.travaux.close()
})
afterAll(() => program.end())

/** What `travaux verify` says, without a process of its own. */
async function told(dataDir: string, ...args: string[]) {
  let [out, err, code] = ['', '', -1]
  const write = (text: string) => (out += text)
  const complain = (text: string) => (err += text)
  await run(['verify', ...args], { env: { TRAVAUX_DATA: dataDir }, write, complain, onSignal: () => undefined, exit: (given) => (code = given) })
  return { out, err, code }
}

const what = async (dataDir: string, ...given: string[]) => (await verifyFolder(dataDir, given)).findings.map((finding) => finding.what)

describe('[JR4] [JR5] travaux verify', () => {
  test('finds a folder sound that is, also beside the running server, and knows the heads of its versions', async () => {
    expect(heads).toHaveLength(2)
    expect([beside.code, beside.err]).toEqual([0, ''])
    expect(beside.out).toMatch(/Convention on cybercrime: 8 journal entries, 2 versions, 3 live drafts\.\n {2}Head of the journal: [\da-f]{64}\n\nAll is as it was written\./)
    const given = await told(program.dataDir, '--head', heads[0] ?? '', '--head', (heads[1] ?? '').slice(0, 16).toUpperCase())
    expect([given.code, given.out.includes('Every head given occurs')]).toEqual([0, true])
    expect(JSON.parse((await told(program.dataDir, '--json')).out)).toMatchObject({ sound: true, findings: [], negotiations: [{ entries: 8, versions: 2 }] })
  })

  test('asks for sense, and says when there is nothing to examine', async () => {
    expect(await told(program.dataDir, '--head', 'xyz')).toMatchObject({ code: 2, out: '' })
    expect((await told(program.dataDir, '--everything')).code).toBe(2)
    const nowhere = await told(tempFolder())
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('There is no Travaux database in')])
  })

  const acts: readonly (readonly [what: string, sql: string, told: RegExp])[] = [
    ['changed', `UPDATE journal SET name = 'Eve' WHERE position = 3`, /entry 3 \([^)]*by Eve\) does not follow/],
    ['removed', 'DELETE FROM journal WHERE position = 4', /entry 4 is missing/],
    ['removed, the gap closed', 'DELETE FROM journal WHERE position = 2; UPDATE journal SET position = position - 1 WHERE position > 2', /entry 2 \(/],
    [
      'exchanged',
      `UPDATE journal SET position = 99 WHERE position = 5; UPDATE journal SET position = 5 WHERE position = 6; UPDATE journal SET position = 6 WHERE position = 99`,
      /entry 5 \(.*\n.*entry 6 \(/,
    ],
    [
      'put in',
      `UPDATE journal SET position = -position - 1 WHERE position >= 5; UPDATE journal SET position = -position WHERE position < 0;
       INSERT INTO journal SELECT negotiation_id, 5, at, member_id, name, delegation, act, 'forged', text_id, NULL, hash FROM journal WHERE position = 6`,
      /entry 5 \(/,
    ],
    ['cut off before a version', 'DELETE FROM journal WHERE position > 3', /journal head [\da-f]{64} occurs in no entry/],
    ['emptied', 'DELETE FROM journal', /nothing at all/],
  ]
  test.each(acts)('names an entry that was %s', async (_what, sql, words) => {
    const { code, out } = await told(tampered(program.dataDir, sql))
    expect(out).toMatch(words)
    expect([code, out.includes('not as')]).toEqual([1, true])
  })

  test('finds an end that was cut off behind the last version by a head alone', async () => {
    const whole = await verifyFolder(program.dataDir, [])
    const head = whole.negotiations[0]?.head ?? ''
    const cut = tampered(program.dataDir, 'DELETE FROM journal WHERE position = 8')
    expect(await what(cut)).toEqual([])
    expect(travauxVerify(cut, '--head', head)).toMatchObject({ code: 1, err: '', out: expect.stringContaining('its end was cut off') as unknown })
    expect(await what(cut, ...heads)).toEqual([])
  })

  test('finds any byte of any field that was changed, added or taken away', async () => {
    const chance = new Chance(1969)
    const database = new Database(join(program.dataDir, 'travaux.db'))
    const columns = ['negotiation_id', 'at', 'member_id', 'name', 'delegation', 'act', 'subject', 'text_id', 'digest', 'hash']
    const unnoticed: string[] = []
    const positions = database.prepare('SELECT position FROM journal').raw().all([]).length
    for (let round = 0; round < 60; round++) {
      const [position, column] = [1 + chance.below(positions), chance.pick(columns)]
      const raw: unknown = database.prepare(`SELECT hex(${column}) AS bytes FROM journal WHERE position = ${position}`).get([])
      const before = Buffer.from((raw as { bytes: string }).bytes, 'hex')
      const at = chance.below(before.length + 1)
      const byte = Buffer.from([chance.below(256)])
      const after = Buffer.concat([before.subarray(0, at), byte, before.subarray(at + chance.below(2))])
      if (after.equals(before)) continue
      const forged = tampered(program.dataDir, `UPDATE journal SET ${column} = CAST(x'${after.toString('hex')}' AS TEXT) WHERE position = ${position}`)
      if ((await what(forged)).length === 0) unnoticed.push(`${column} of ${position}: ${before.toString('hex')} → ${after.toString('hex')}`)
    }
    database.close()
    expect(unnoticed).toEqual([])
  })

  const versions: readonly (readonly [what: string, sql: string, found: string])[] = [
    ['wording was changed', `UPDATE contents SET content = replace(content, 'shall', 'may')`, 'version-altered'],
    ['hold was changed', 'UPDATE contents SET held = NULL', 'version-altered'],
    ['wording is gone', 'DELETE FROM contents', 'version-altered'],
    ['wording is no wording', `UPDATE contents SET content = '{'`, 'version-altered'],
    ['hash names another wording', `UPDATE versions SET content_hash = (SELECT hash FROM contents WHERE hash <> content_hash LIMIT 1) WHERE ordinal = 1`, 'version-altered'],
    ['row is gone', 'DELETE FROM versions WHERE ordinal = 2', 'version-missing'],
    ['head was taken away', 'UPDATE versions SET journal_head = NULL WHERE ordinal = 1', 'version-unjournaled'],
    ['head is another', `UPDATE versions SET journal_head = '${'0'.repeat(64)}' WHERE ordinal = 1`, 'head-unknown'],
    ['draft is gone', 'DELETE FROM draft_log', 'draft-unreadable'],
    ['draft is cut short', 'UPDATE draft_log SET content = substr(content, 1, length(content) / 2)', 'draft-unreadable'],
  ]
  test.each(versions)('finds that a %s', async (_what, sql, found) => {
    expect(await what(tampered(program.dataDir, sql))).toContain(found)
  })

  test('[JR6] says when the fence was lifted and not put back', async () => {
    const dataDir = tempFolder()
    cpSync(program.dataDir, dataDir, { recursive: true })
    const database = new Database(join(dataDir, 'travaux.db'))
    database.exec('DROP TRIGGER journal_kept')
    database.close()
    expect(await what(dataDir)).toEqual(['fence-broken'])
  })
})
