import { expect, test } from 'vitest'
import { Phrases } from '#shared/compare/classes/phrases.ts'

test('finds the longest phrase at each place, none over another', () => {
  const phrases = new Phrases<string>([['subject to|subject', 'condition'], ['to', 'light']])
  expect(phrases.in(['subject', 'to', 'to', 'subject', 'matter'])).toEqual([
    { from: 0, to: 2, meaning: 'condition' },
    { from: 2, to: 3, meaning: 'light' },
    { from: 3, to: 4, meaning: 'condition' },
  ])
  expect(phrases.at(['matter'], 0)).toBeNull()
})
