import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#shared/formats/index.ts'
import { LIMITS, MESSAGE } from '#shared/protocol/index.ts'

test('what the wire takes and what import reads are one size', () => {
  expect(LIMITS.fileBytes).toBe(MAX_FILE_BYTES)
})

test('our message type is none of y-websocket’s', () => {
  expect(new Set(Object.values(MESSAGE)).size).toBe(Object.keys(MESSAGE).length)
  expect(MESSAGE.stored).toBeGreaterThan(3)
})
