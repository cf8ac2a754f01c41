import { expect, test } from 'vitest'
import { excerptOf } from '#client/features/terms/excerpt.ts'

const LONG = 'Each State Party shall adopt such measures as may be necessary to oblige a service provider to keep the data that it has about its subscribers for a year'

test('a short clause is shown whole', () => {
  expect(excerptOf('A service provider keeps it.', { from: 2, to: 18 })).toEqual({ before: 'A ', words: 'service provider', after: ' keeps it.' })
})

test('of a long one as much as reaches a word', () => {
  const from = LONG.indexOf('service provider')
  expect(excerptOf(LONG, { from, to: from + 16 })).toEqual({ before: '… such measures as may be necessary to oblige a ', words: 'service provider', after: ' to keep the data that it has about its …' })
})
