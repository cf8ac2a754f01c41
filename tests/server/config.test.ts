import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigFault, parseConfig } from '#server/config.ts'

const faultOf = (env: Record<string, string>): string => {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigFault) return error.message
    throw error
  }
  return ''
}

describe('the settings', () => {
  test('are all optional', () => {
    const defaults = { host: '127.0.0.1', port: 4600, dataDir: resolve('data'), secret: null, publicUrl: null }
    expect(parseConfig({})).toEqual(defaults)
    expect(parseConfig({ TRAVAUX_PORT: '', TRAVAUX_HOST: ' ', PATH: '/bin' })).toEqual(defaults)
  })

  test('are taken from the environment', () => {
    const env = {
      TRAVAUX_HOST: '0.0.0.0',
      TRAVAUX_PORT: '8080',
      TRAVAUX_DATA: '/srv/travaux',
      TRAVAUX_SECRET: 's'.repeat(32),
      TRAVAUX_PUBLIC_URL: 'https://travaux.example.org/',
    }
    expect(parseConfig(env)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/srv/travaux',
      secret: 's'.repeat(32),
      publicUrl: 'https://travaux.example.org',
    })
  })

  test('take addresses and names of hosts', () => {
    for (const host of ['::1', '::', '192.168.1.10', 'localhost', 'meeting-room.example.org']) expect(parseConfig({ TRAVAUX_HOST: host }).host).toBe(host)
  })

  test.each([
    ['TRAVAUX_HOST', 'http://x'],
    ['TRAVAUX_HOST', '300.1.1.1'],
    ['TRAVAUX_HOST', 'a b'],
    ['TRAVAUX_PORT', '65536'],
    ['TRAVAUX_PORT', '-1'],
    ['TRAVAUX_PORT', '80.5'],
    ['TRAVAUX_PORT', 'http'],
    ['TRAVAUX_SECRET', 'short'],
    ['TRAVAUX_PUBLIC_URL', 'travaux.example.org'],
    ['TRAVAUX_PUBLIC_URL', 'ftp://travaux.example.org'],
    ['TRAVAUX_PUBLIC_URL', 'https://example.org/travaux'],
    ['TRAVAUX_PUBLIC_URL', 'https://user:pass@example.org'],
  ])('refuse %s=%s by name, in one sentence or two', (name, value) => {
    const fault = faultOf({ [name]: value })
    expect(fault).toMatch(new RegExp(`^${name} `))
    expect(fault.split('\n')).toHaveLength(1)
  })

  test('never repeat a secret that is refused', () => {
    expect(faultOf({ TRAVAUX_SECRET: 'my-short-secret' })).not.toContain('my-short-secret')
  })

  test('that do not exist are refused, and all faults are told at once', () => {
    const fault = faultOf({ TRAVAUX_PROT: '1', TRAVAUX_PORT: 'x', TRAVAUX_DATABASE_URL: 'postgres://x' })
    expect(fault).toContain('TRAVAUX_PROT is not a setting')
    expect(fault).toContain('TRAVAUX_DATABASE_URL cannot be used')
    expect(fault.split('\n')).toHaveLength(3)
  })

  test('of the test commands are left alone, and so is an empty setting of a later version', () => {
    expect(faultOf({ TRAVAUX_CORPUS: '../corpus', TRAVAUX_BROWSER: '/usr/bin/chromium', TRAVAUX_REDIS_URL: '' })).toBe('')
  })
})
