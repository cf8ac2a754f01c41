import { describe, expect, test } from 'vitest'
import { REFUSALS } from '#shared/kernel/index.ts'
import { CLOSE, closeFor, closeReasonOf } from '#shared/protocol/index.ts'

const reasons = Object.values(CLOSE)

describe('close codes', () => {
  test('[PR3] the code and `retry` say the same, as y-websocket reads codes', () => {
    for (const { code, reason, retry } of reasons) {
      expect(code, reason).toBeGreaterThanOrEqual(retry ? 4500 : 4400)
      expect(code, reason).toBeLessThanOrEqual(retry ? 4599 : 4499)
    }
  })

  test('[PR3] a code names one reason, and an unknown code none', () => {
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
    for (const reason of reasons) expect(closeReasonOf(reason.code)).toEqual(reason)
    for (const code of [1000, 1001, 1006, 1011, 4000, 4499, 0, Number.NaN]) expect(closeReasonOf(code)).toBeNull()
  })

  test('[PR3] every refusal closes a socket with a reason; one that is not meant for sockets is a fault of ours', () => {
    for (const id of REFUSALS) {
      const { reason } = closeFor(id)
      expect(reason === id || reason === 'internal', id).toBe(true)
    }
    expect(closeFor('not-allowed')).toBe(CLOSE['not-allowed'])
    expect(closeFor('e-mail-taken')).toBe(CLOSE.internal)
  })

  test('a reason fits into a close frame, which has 123 bytes for it', () => {
    for (const { reason } of reasons) expect(new TextEncoder().encode(reason).length).toBeLessThanOrEqual(123)
  })
})
