import { expect, onTestFinished, test, vi } from 'vitest'
import { fetchAhead } from '#client/app/ahead.ts'
import { newQueryClient } from '#client/platform/index.ts'

/** The addresses that are asked for ahead of the screen at `path`, by a server that refuses everything. */
function askedFor(path: string): readonly string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response('{"refusal":"not-signed-in"}', { status: 401 }))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  fetchAhead(newQueryClient(), path)
  return asked.toSorted()
}

test('what a text’s screen needs is asked for at once, and a refusal is left to the screen', () => {
  expect(askedFor('/n/n1/t/t1')).toEqual(['/api/negotiations/n1', '/api/session', '/api/texts/t1/content', '/api/texts/t1/threads'])
})

test('a desk needs less, and other screens ask for themselves', () => {
  expect(askedFor('/n/n1')).toEqual(['/api/negotiations/n1', '/api/session'])
  expect(askedFor('/sign-in')).toEqual([])
  expect(askedFor('/n/n1/compare/c1')).toEqual([])
})
