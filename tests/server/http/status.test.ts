import { expect, test } from 'vitest'
import { STATUS } from '#server/http/status.ts'
import { REFUSALS } from '#shared/kernel/index.ts'

test('every refusal has a status, and none is a success', () => {
  expect(Object.keys(STATUS).sort()).toEqual([...REFUSALS].sort())
  for (const status of Object.values(STATUS)) expect(status).toBeGreaterThanOrEqual(400)
})
