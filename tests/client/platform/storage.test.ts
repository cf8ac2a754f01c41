// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { remembered } from '#client/platform/index.ts'

afterEach(() => vi.unstubAllGlobals())

test('remembers under its key and forgets', () => {
  const one = remembered('one')
  one.write('kept')
  expect(one.read()).toBe('kept')
  expect(remembered('other').read()).toBeNull()
  one.forget()
  expect(one.read()).toBeNull()
})

test('a browser that allows no storage is one that remembers nothing', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: deny, setItem: deny, removeItem: deny })
  const store = remembered('one')
  store.write('lost')
  store.forget()
  expect(store.read()).toBeNull()
})
