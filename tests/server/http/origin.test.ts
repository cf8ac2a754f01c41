import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originRule } from '#server/http/index.ts'

const port = fc.integer({ min: 1, max: 65_535 }).filter((number) => number !== 80)
const host = fc.constantFrom('127.0.0.1', 'localhost', '192.168.1.10', 'travaux.example.org', '[::1]')

describe('whether a page is ours', () => {
  const local = originRule(null)

  test('a page of the host that was asked is ours', () => {
    fc.assert(
      fc.property(host, port, (name, number) => {
        expect(local(`http://${name}:${number}`, `${name}:${number}`)).toBe(true)
      }),
    )
  })

  test('a page of another port never is', () => {
    fc.assert(
      fc.property(host, host, fc.uniqueArray(port, { minLength: 2, maxLength: 2 }), (from, asked, [one, other]) => {
        expect(local(`http://${from}:${one}`, `${asked}:${other}`)).toBe(false)
      }),
    )
  })

  test('a page of another host is ours only among the names of this computer', () => {
    const loopback = ['127.0.0.1', 'localhost', '[::1]']
    fc.assert(
      fc.property(host, host, port, (from, asked, number) => {
        expect(local(`http://${from}:${number}`, `${asked}:${number}`)).toBe(from === asked || (loopback.includes(from) && loopback.includes(asked)))
      }),
    )
  })

  test('no origin, "null" and nonsense are not ours', () => {
    for (const origin of [undefined, 'null', '', 'about:blank', 'file:///x', 'not a url', 'http://127.0.0.1:4600.evil.example']) {
      expect(local(origin, '127.0.0.1:4600'), origin).toBe(false)
    }
    expect(local('http://127.0.0.1:4600', undefined)).toBe(false)
    expect(local('http://127.0.0.1:4600', 'a b')).toBe(false)
  })

  test('behind a proxy the public address is ours, and no other page from https', () => {
    const behind = originRule('https://travaux.example.org')
    expect(behind('https://travaux.example.org', 'travaux.example.org')).toBe(true)
    expect(behind('https://travaux.example.org', '127.0.0.1:4600')).toBe(true)
    expect(behind('https://evil.example', 'evil.example')).toBe(false)
    expect(local('https://travaux.example.org', 'travaux.example.org')).toBe(false)
  })
})
