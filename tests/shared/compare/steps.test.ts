import { expect, test } from 'vitest'
import { finish, part, type Steps } from '#shared/compare/steps.ts'

function* counted(): Steps<string> {
  for (const share of [0, 0.5, 1]) yield share
  return 'done'
}

test('finishing gives the result; a part counts from its own beginning to its own end', () => {
  expect(finish(counted())).toBe('done')
  expect([...part(counted(), 0.2, 0.4)].map((share) => share.toFixed(1))).toEqual(['0.2', '0.3', '0.4'])
  expect(finish(part(counted(), 0.2, 0.4))).toBe('done')
})
