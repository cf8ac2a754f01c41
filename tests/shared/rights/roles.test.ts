import { expect, test } from 'vitest'
import { ROLES, isRole } from '#shared/rights/index.ts'

test('a role is one of the list and nothing else', () => {
  for (const role of ROLES) expect(isRole(role)).toBe(true)
  for (const raw of ['Chair', '', 'admin', null, undefined, 0, ['chair'], 'toString']) expect(isRole(raw)).toBe(false)
})
