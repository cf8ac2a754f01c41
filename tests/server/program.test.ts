import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deskView } from '#shared/api/index.ts'
import { openVisitor, startForTest, tokenOf } from '#tests/support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-program-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The program as a process of its own. */
function launch(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, TRAVAUX_DATA: join(folder, 'data'), TRAVAUX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')))
  const ended = once(child, 'close').then(() => child.exitCode)
  return {
    said,
    ended,
    signal: (name: NodeJS.Signals) => child.kill(name),
    link: () => expect.poll(() => said.out, { timeout: 30_000 }).toMatch(/http:\S+\/setup#[\w-]+/).then(() => /http:\S+\/setup#[\w-]+/.exec(said.out)?.[0] ?? ''),
  }
}

describe('the program as a process', () => {
  test('prints its link once, outside the log, and stops cleanly when told; a second start has another link', async () => {
    const first = launch({})
    const link = await first.link()
    expect(first.said.out.split(tokenOf(link))).toHaveLength(2)
    for (const line of first.said.out.split('\n').filter((text) => text.startsWith('{'))) expect(line).not.toContain(tokenOf(link))
    first.signal('SIGTERM')
    first.signal('SIGINT') // being told twice does no harm
    expect(await first.ended).toBe(0)
    expect(first.said.err).toBe('')
    const second = launch({})
    expect(tokenOf(await second.link())).not.toBe(tokenOf(link))
    second.signal('SIGINT')
    expect(await second.ended).toBe(0)
  })

  test('killed without warning it has everything that it acknowledged', async () => {
    const first = launch({})
    const link = await first.link()
    const visitor = openVisitor(new URL(link).origin)
    const body = { token: tokenOf(link), name: 'A', email: 'a@example.org', password: 'long enough to pass', delegation: 'X', negotiationTitle: 'Kept' }
    const answer: unknown = await (await visitor.ask('/api/setup', { method: 'POST', body })).json()
    first.signal('SIGKILL')
    await first.ended
    const again = await startForTest({ dataDir: join(folder, 'data') })
    try {
      expect(again.travaux.setupLink).toBeNull()
      const id = typeof answer === 'object' && answer !== null && 'negotiationId' in answer ? String(answer.negotiationId) : ''
      const desk = await again.visitor().ask(`/api/negotiations/${id}`, { headers: { cookie: visitor.cookie() } })
      expect(deskView.parse(await desk.json()).negotiation.title).toBe('Kept')
    } finally {
      await again.end()
    }
  })

  test('a second process on the same data folder is refused in words', async () => {
    const program = await startForTest({ dataDir: join(folder, 'data') })
    const second = launch({})
    expect(await second.ended).toBe(1)
    expect(second.said.err).toMatch(/^travaux: This data folder is in use by another Travaux process.*\n$/)
    await program.travaux.close()
  })

  test('a taken port is refused in words', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const program = launch({ TRAVAUX_PORT: String(port) })
    expect(await program.ended).toBe(1)
    expect(program.said.err).toBe(`travaux: port ${port} of 127.0.0.1 is taken by another program. Stop that program, or choose another port with TRAVAUX_PORT.\n`)
    await new Promise((resolve) => taken.close(resolve))
  })

  test('a data folder that cannot be made, and settings that make no sense, are refused in words', async () => {
    await writeFile(join(folder, 'file'), '')
    const noFolder = launch({ TRAVAUX_DATA: join(folder, 'file', 'data') })
    const noSense = launch({ TRAVAUX_PORT: 'x', TRAVAUX_COLOUR: 'blue' })
    expect(await noFolder.ended).toBe(1)
    expect(noFolder.said.err).toMatch(/^travaux: [^\n]+\n$/)
    expect(noFolder.said.err).toContain(join(folder, 'file', 'data'))
    expect(await noSense.ended).toBe(1)
    expect(noSense.said.err).toContain('TRAVAUX_COLOUR is not a setting of Travaux')
    expect(noSense.said.err).toContain('TRAVAUX_PORT is "x"')
  })
})

test('a start that fails lets go of the data folder', async () => {
  const dataDir = join(folder, 'data')
  const first = await startForTest()
  await expect(startForTest({ dataDir, port: first.travaux.port })).rejects.toThrow('is taken')
  const second = await startForTest({ dataDir })
  await second.end()
  await first.end()
})
