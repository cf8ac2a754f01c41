import { expect, test } from 'vitest'
import { baseFormOf, isActiveForm, isPastForm, WHOLE_WORDS } from '#shared/compare/classes/forms.ts'
import { spellingOf, stemOf } from '#shared/compare/classes/spelling.ts'

const keyOf = (word: string): string => stemOf(spellingOf(baseFormOf(word)))

test.each([
  ['prevent', 'preventing', 'prevention', 'prevents'],
  ['implement', 'implementing', 'implementation', 'implemented'],
  ['enforce', 'enforcing', 'enforcement'],
  ['comply', 'compliance', 'complies', 'complying'],
  ['notify', 'notification', 'notified'],
  ['facilitate', 'facilitation', 'facilitating'],
  ['withdraw', 'withdrew', 'withdrawn', 'withdrawing'],
  ['effective', 'effectively'],
  ['criterion', 'criteria'],
])('[CC13] %s and its forms are one', (...words) => expect(new Set(words.map(keyOf)).size).toBe(1))

test.each([
  ['access', 'accession'],
  ['product', 'production'],
  ['state', 'statement'],
  ['institute', 'institution'],
  ['import', 'importance'],
  ['supply', 'support'],
  ['note', 'not'],
  ['person', 'personal'],
  ['employer', 'employee'],
  ['fish', 'fishing'],
])('[CC13] %s is not %s', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)))

test('[CC13] tells who acts from what is acted upon', () => {
  expect(['lending', 'sending', 'licensing'].every((word) => isActiveForm(word) && !isPastForm(word))).toBe(true)
  expect(['lent', 'sent', 'licensed'].every((word) => isPastForm(word) && !isActiveForm(word))).toBe(true)
  expect(WHOLE_WORDS).toContain('accession')
})
