import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskView } from '#shared/api/index.ts'
import { LIMITS } from '#shared/protocol/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let clientDir: string

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'travaux-client-'))
  await mkdir(join(clientDir, 'assets'))
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Travaux</title>')
  await writeFile(join(clientDir, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(clientDir, 'assets', 'main-abc123.js'), 'export {}')
  program = await startForTest({ clientDir })
  chair = await signUpChair(program)
})
afterAll(async () => {
  await program.end()
  await rm(clientDir, { recursive: true, force: true })
})

describe('where requests come from', () => {
  const signOut = (origin: string | null) => program.visitor().ask('/api/sign-out', { method: 'POST', origin })

  test('a writing request from a foreign page, or from none, is refused', async () => {
    for (const origin of ['https://evil.example', 'null', null, program.url.replace('http:', 'https:')]) {
      const response = await signOut(origin)
      expect(response.status, String(origin)).toBe(403)
      expect(await response.json()).toMatchObject({ refusal: 'bad-origin' })
    }
  })

  test('this computer goes by both of its names', async () => {
    expect((await signOut(program.url)).status).toBe(204)
    expect((await signOut(program.url.replace('127.0.0.1', 'localhost'))).status).toBe(204)
  })

  test('reading needs no origin', async () => {
    expect((await program.visitor().ask('/api/session', { origin: null })).status).toBe(200)
  })
})

describe('what is sent', () => {
  const texts = () => `/api/negotiations/${chair.negotiationId}/texts`
  const bringIn = (change: object) => ({
    method: 'POST' as const,
    body: { kind: 'rolling', title: 'T', submitter: '', receivedOn: '2026-11-20', chapterIds: [], language: null, file: fileOf('t.txt', SHORT_TREATY), ...change },
  })

  test('a body that does not fit is refused with the field at fault', async () => {
    const response = await chair.ask(texts(), bringIn({ receivedOn: '2026-02-30' }))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ refusal: 'bad-input', detail: expect.stringContaining('receivedOn') as unknown })
    expect(await chair.refusal(texts(), bringIn({ chapterIds: ['unknown'] }))).toEqual([400, 'bad-input'])
    expect(await chair.refusal(texts(), bringIn({ file: { name: 't.txt', base64: 'no base64!' } }))).toEqual([400, 'bad-input'])
    expect(await chair.refusal('/api/sign-in', { method: 'POST', body: '{"email":' })).toEqual([400, 'bad-input'])
    expect(await chair.refusal('/api/sign-in', { method: 'POST' })).toEqual([400, 'bad-input'])
    const form = { method: 'POST' as const, body: 'email=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    expect(await chair.refusal('/api/sign-in', form)).toEqual([400, 'bad-input'])
  })

  test('what is too large is refused', async () => {
    const body = { email: 'a@example.org', password: 'x'.repeat(300 * 1024) }
    expect(await chair.refusal('/api/sign-in', { method: 'POST', body })).toEqual([413, 'too-large'])
    const file = fileOf('t.txt', new Uint8Array(LIMITS.fileBytes + 1).fill(0x61))
    expect(await chair.refusal(texts(), bringIn({ file }))).toEqual([413, 'too-large'])
    expect(await chair.refusal(texts(), bringIn({ file: fileOf('t.txt', new Uint8Array(LIMITS.fileBytes + 400_000)) }))).toEqual([413, 'too-large'])
  })

  test('a broken or foreign file is refused in words, and nothing is brought in', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...Buffer.from('word/document.xml')])
    for (const [name, bytes] of [['t.docx', zip], ['t.txt', new Uint8Array()], ['t.txt', new Uint8Array([0, 1, 2, 255, 0, 0])]] as const) {
      const response = await chair.ask(texts(), bringIn({ file: fileOf(name, bytes) }))
      const refused: unknown = await response.json()
      expect([response.status, refused]).toMatchObject([422, { refusal: 'unreadable-file', detail: expect.stringContaining(name) as unknown }])
    }
    expect((await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)).texts).toEqual([])
  })
})

describe('what is served', () => {
  test('every answer carries the headers that keep a browser safe', async () => {
    for (const path of ['/', '/api/session', '/api/nothing', '/healthz', '/assets/main-abc123.js']) {
      const { headers } = await program.visitor().ask(path)
      expect(headers.get('content-security-policy'), path).toContain("script-src 'self'")
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    }
  })

  test('the page answers at every address that is not a file, and is never kept', async () => {
    for (const path of ['/', '/setup', '/n/abc/t/def?x=1']) {
      const response = await program.visitor().ask(path)
      expect([response.status, response.headers.get('cache-control')], path).toEqual([200, 'no-cache'])
      expect(response.headers.get('content-type')).toContain('text/html')
    }
  })

  test('hashed files are kept for good, others asked for anew', async () => {
    const { headers } = await program.visitor().ask('/assets/main-abc123.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await program.visitor().ask('/mark.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test('a missing file and a missing route are no pages, and nothing outside the folder is served', async () => {
    for (const path of ['/assets/old-123.js', '/api/nothing', '/live/x']) expect((await program.visitor().ask(path)).status, path).toBe(404)
    expect((await program.visitor().ask('/setup', { method: 'POST' })).status).toBe(404)
    const raw = await (await program.visitor().ask('/..%2f..%2f..%2f..%2fetc%2fpasswd')).text()
    expect(raw).not.toContain('root:')
  })

  test('answers of the API are not kept', async () => {
    expect((await chair.ask('/api/session')).headers.get('cache-control')).toBe('no-store')
  })

  test('/healthz is well while a write would be stored', async () => {
    const response = await program.visitor().ask('/healthz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })
})

test('without a built client the server says what to do', async () => {
  const bare = await startForTest({ clientDir: join(clientDir, 'missing') })
  try {
    const response = await bare.visitor().ask('/')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('npm start')
  } finally {
    await bare.end()
  }
})
