import { expect, test } from 'vitest'
import { loopbackTwin } from '#client/features/desk/second-drafter.ts'

test.each([
  ['http://127.0.0.1:4600', 'http://localhost:4600/second#abc'],
  ['http://localhost:4600', 'http://127.0.0.1:4600/second#abc'],
  ['http://[::1]:4600', 'http://localhost:4600/second#abc'],
])('on this computer, %s has a twin with cookies of its own', (origin, twin) => {
  expect(loopbackTwin(origin, '/second#abc')).toBe(twin)
})

test('over the network there is none', () => {
  expect(loopbackTwin('http://192.168.1.20:4600', '/second#abc')).toBeNull()
  expect(loopbackTwin('https://travaux.example.org', '/second#abc')).toBeNull()
})
