import { expect, test } from 'vitest'
import { securityHeaders } from '#server/http/headers.ts'

const policy = (host: string | undefined) => securityHeaders(host)['content-security-policy'] ?? ''

test('scripts come from this server alone and never stand in a page', () => {
  expect(policy('127.0.0.1:4600')).toMatch(/(?:^|; )script-src 'self'(?:;|$)/)
  expect(policy('127.0.0.1:4600')).toContain("default-src 'none'")
  expect(policy('127.0.0.1:4600')).toContain("frame-ancestors 'none'")
})

test('websockets go to the host that was asked', () => {
  expect(policy('192.168.1.10:4600')).toContain("connect-src 'self' ws://192.168.1.10:4600 wss://192.168.1.10:4600;")
  expect(policy('[::1]:4600')).toContain('ws://[::1]:4600')
})

test('a host that is none cannot write into the policy', () => {
  for (const host of ["x; script-src 'unsafe-inline'", 'a b', '', '*', undefined]) expect(policy(host)).toContain("connect-src 'self';")
})
