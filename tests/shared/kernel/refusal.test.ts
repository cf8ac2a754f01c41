import { expect, test } from 'vitest'
import { REFUSALS, Refused, isRefusalId } from '#shared/kernel/index.ts'

test('each refusal has one id', () => {
  expect(new Set(REFUSALS).size).toBe(REFUSALS.length)
})

test('only the ids of the list are refusals', () => {
  expect(REFUSALS.every(isRefusalId)).toBe(true)
  for (const other of ['', 'no', 'NOT-FOUND', null, undefined, 404, {}]) expect(isRefusalId(other)).toBe(false)
})

test('a refusal says its id to programs and its detail to the person', () => {
  const refused = new Refused('symbol-taken', 'A/AC.291/22 is borne by version 3.')
  expect(refused).toBeInstanceOf(Error)
  expect([refused.id, refused.detail]).toEqual(['symbol-taken', 'A/AC.291/22 is borne by version 3.'])
  expect(refused.message).toBe('symbol-taken: A/AC.291/22 is borne by version 3.')
  expect(new Refused('not-found').message).toBe('not-found')
})
