import { expect, test } from 'vitest'
import { hashToken, newId, newToken } from '#server/identity/index.ts'
import { idField, tokenField } from '#shared/api/index.ts'

test('tokens and ids fit what the API takes, and do not repeat', () => {
  const tokens = Array.from({ length: 200 }, newToken)
  const ids = Array.from({ length: 200 }, newId)
  for (const token of tokens) expect(tokenField.safeParse(token).success).toBe(true)
  for (const id of ids) expect(idField.safeParse(id).success).toBe(true)
  expect(new Set([...tokens, ...ids]).size).toBe(400)
})

test('a hash does not hold its token', () => {
  const token = newToken()
  expect(hashToken(token)).toMatch(/^[\da-f]{64}$/)
  expect(hashToken(token)).toBe(hashToken(token))
  expect(hashToken(token)).not.toContain(token)
})
