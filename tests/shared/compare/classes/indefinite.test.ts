import { expect, test } from 'vitest'
import { byAnnounced, byIndefinite } from '#shared/compare/classes/indefinite.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import { hunkOf, judge } from './drawn.ts'

test.each([
  ['[-Any-]{+An+} amendment shall be communicated.', 'editorial: grammar'],
  ['It is so. [-Each-]{+Any+} vessel shall report.', 'editorial: grammar'],
  ['The pilot of [-any-]{+each+} vessel shall report.', 'substance: scope'],
  ['[-All-]{+Any+} vessels shall report.', 'substance: scope'],
  ['[-No-]{+A+} vessel shall report.', 'substance: negation'],
  ['[-The-]{+Any+} vessel shall report.', 'substance: scope'],
  ['The following [-classes -]are exempt:', 'editorial: grammar'],
  ['The following {+matters +}are exempt:', 'editorial: grammar'],
  ['The following [-vessels -]are exempt:', 'substance: scope'],
  ['The following [-serious classes -]are exempt:', 'substance: scope'],
  ['The following [-classes -]are exempt.', 'substance: scope'],
])('[CC16] %s', (drawn, expected) => expect(judge(drawn)).toBe(expected))

test('[CC16] in English alone', () => {
  expect(byIndefinite(hunkOf('[-Any-]{+An+} act'), new Reader(false))).toBeNull()
  expect(byAnnounced(hunkOf('The following [-classes -]are:'), new Reader(false))).toBeNull()
})
