import { expect, test } from 'vitest'
import { bySentence } from '#shared/compare/classes/sentences.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import { hunksOf, verdictsOn } from './drawn.ts'

test.each([
  ['Each Party shall take [-the necessary-]{+such+} measures{+ as may be necessary+} to inspect.', 'editorial'],
  ['Each Party shall take [-the necessary-]{+such safety+} measures{+ as it sees fit+} to inspect.', 'substance'],
])('[CC19] %s', (drawn, expected) => expect(verdictsOn(drawn).map((verdict) => verdict.class)).toEqual([expected, expected]))

test('[CC19] a sentence that says the same as a whole', () => {
  const reader = new Reader(true)
  const [first, ...others] = hunksOf('Each shall take [-the necessary-]{+such+} measures{+ as may be necessary+} to inspect.')
  expect(first && bySentence(first, others, reader)?.class).toBe('editorial')
  expect(first && bySentence(first, [], reader)).toBeNull()
  expect(first && bySentence(first, others, new Reader(false))).toBeNull()
})

test('[CC19] not where words changed places', () => {
  const verdicts = verdictsOn('The [-carrier-]{+shipper+} inspects what the [-shipper-]{+carrier+} loads.')
  expect(verdicts.map((verdict) => verdict.class)).toEqual(['substance', 'substance'])
})
