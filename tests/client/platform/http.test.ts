import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { call, nothing } from '#client/platform/http.ts'

const answer = z.object({ value: z.number() })
const toServer = globalThis.fetch
let server: Server | null = null

afterEach(async () => {
  vi.unstubAllGlobals()
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)))
  server = null
})

/** A server on a free port, to which the page's requests go. */
async function serve(listener: RequestListener): Promise<void> {
  const opened = createServer(listener)
  server = opened
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  const address = opened.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => toServer(`http://127.0.0.1:${address.port}${path}`, request))
}

test('sends its body as JSON and answers what the schema describes', async () => {
  await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { asked } = JSON.parse(Buffer.concat(chunks).toString()) as { asked: number }
      response.end(JSON.stringify({ value: asked + 1, more: 'cut' }))
    })
  })
  expect(await call('/api/x', { method: 'POST', body: { asked: 41 }, answer })).toEqual({ value: 42 })
})

test('an empty answer is none', async () => {
  await serve((_, response) => response.writeHead(204).end())
  expect(await call('/api/x', { method: 'DELETE', answer: nothing })).toBeNull()
})

test('a refusal keeps its id and detail', async () => {
  await serve((_, response) => response.writeHead(409).end(JSON.stringify({ refusal: 'symbol-taken', detail: 'A/1' })))
  await expect(call('/api/x', { answer })).rejects.toMatchObject({ name: 'Refused', id: 'symbol-taken', detail: 'A/1' })
})

test.each([
  ['another schema', 200, '{"value":"seven"}'],
  ['no JSON', 200, '<html>'],
  ['a failure that is no refusal', 502, '{"error":"proxy"}'],
])('%s is an unknown answer', async (_, status, body) => {
  await serve((_request, response) => response.writeHead(status).end(body))
  await expect(call('/api/x', { answer })).rejects.toMatchObject({ name: 'AnswerUnknown' })
})

test('a server that is not there is unreached; what was called off is neither', async () => {
  vi.stubGlobal('fetch', (_: string, request: RequestInit) => toServer('http://127.0.0.1:9/', request))
  await expect(call('/api/x', { answer })).rejects.toMatchObject({ name: 'Unreached' })
  const off = new AbortController()
  off.abort()
  await expect(call('/api/x', { answer, signal: off.signal })).rejects.toMatchObject({ name: 'AbortError' })
})
