import { expect, test } from 'vitest'
import { givenText } from '#shared/exports/index.ts'

test('[EX2] an id and words are enough; numbers are taken as ids, and what is not known is passed over', () => {
  const given = { clauses: [{ id: 7, text: 'Words.', colour: 'red' }], figures: {} }
  expect(givenText.parse(given)).toEqual({ clauses: [{ id: '7', text: 'Words.' }] })
  expect(givenText.safeParse({ clauses: [{ id: '', text: 'Words.' }] }).success).toBe(false)
})
