import { expect, test } from 'vitest'
import { Reader } from '#shared/compare/classes/reader.ts'
import { byOtherWording, bySameWording, isEndOfItem } from '#shared/compare/classes/wording.ts'
import { hunkOf, judge } from './drawn.ts'

test.each([
  ['to [-harmonize-]{+harmonise+} measures', 'spelling'],
  ['[-achieved-]{+attained+} by', 'grammar'],
  ['[-pursuant to-]{+in accordance with+} article 5', 'synonym'],
  ['the liability of [-a legal person-]{+legal persons+}', 'synonym'],
  ['that it [-does not have an-]{+has no+} treaty', 'synonym'],
  ['the principles of the {+State +}Party', 'synonym'],
  ['[-the-]{+a+} vessel', 'grammar'],
])('[CC8] %s', (drawn, ground) => expect(bySameWording(hunkOf(drawn), new Reader(true))?.grounds[0]?.aspect).toBe(ground))

test('[CC8] misprints, order and the last "and" of a list', () => {
  const reader = new Reader(true)
  expect(byOtherWording(hunkOf('be [-desposited-]{+deposited+} with'), reader, () => false)?.grounds[0]?.aspect).toBe('spelling')
  expect(byOtherWording(hunkOf('be [-desposited-]{+deposited+} with'), reader, () => true)).toBeNull()
  expect(byOtherWording(hunkOf('the [-competent central-]{+central competent+} authority'), reader, () => false)?.grounds[0]?.aspect).toBe('order')
  expect(byOtherWording(hunkOf('tin[-,-]{+ and+} lead'), reader, () => false)?.grounds[0]?.aspect).toBe('grammar')
  expect(isEndOfItem(hunkOf('the payer;{+ or+}'), reader)).toBe(true)
  expect(isEndOfItem(hunkOf('the payer {+or +}payee'), reader)).toBe(false)
})

test('[CC8] opposite thresholds are no synonyms', () => {
  expect(judge('persons [-above-]{+below+} the age')).toMatch(/^substance/v)
  expect(judge('[-with-]{+without+} delay')).toMatch(/^substance/v)
})
