import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '#server/cli/run.ts'
import { sessionView } from '#shared/api/index.ts'
import { signUpChair, startForTest, tokenOf } from '#tests/support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What a command prints, complains of and ends with. */
async function told(...args: string[]) {
  let [out, err, code] = ['', '', -1]
  const env = { TRAVAUX_DATA: folder }
  await run(args, {
    env,
    write: (text) => (out += text),
    complain: (text) => (err += text),
    onSignal: () => undefined,
    exit: (given) => (code = given),
  })
  return { out, err, code }
}

const linkIn = (out: string) => /http:\/\/\S+\/reset#[\w-]+/.exec(out)?.[0] ?? ''

test('help and what is no command', async () => {
  expect(await told('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('travaux reset-access <e-mail>') as unknown })
  expect(await told()).toMatchObject({ code: 2, out: '' })
  expect(await told('reset-access')).toMatchObject({ code: 2 })
  expect((await told('backup')).err).toContain('"backup" is no command')
})

test('a reset link is made while the server runs, and while it does not, and sets a new password', async () => {
  const program = await startForTest({ dataDir: folder })
  const { email } = await signUpChair(program)
  const running = await told('reset-access', email)
  expect(running).toMatchObject({ code: 0, err: '' })
  expect(linkIn(running.out)).toContain(program.url)
  await program.travaux.close()

  const stopped = await told('reset-access', email)
  expect(stopped).toMatchObject({ code: 0, err: '' })
  expect(await told('reset-access', 'nobody@example.org')).toMatchObject({ code: 1, err: expect.stringContaining('no account') as unknown })

  const again = await startForTest({ dataDir: folder })
  for (const [index, { out }] of [running, stopped].entries()) {
    const visitor = again.visitor()
    const body = { token: tokenOf(linkIn(out)), password: `an entirely new one ${index}` }
    expect((await visitor.ask('/api/reset-access', { method: 'POST', body })).status).toBe(204)
    expect((await visitor.get('/api/session', sessionView)).account?.email).toBe(email)
  }
  expect(again.log()).not.toContain(tokenOf(linkIn(running.out)))
  await again.end()
})
