import { expect, test } from 'vitest'
import { isMisprintOf, spellingOf, stemOf } from '#shared/compare/classes/spelling.ts'

const key = (word: string): string => stemOf(spellingOf(word))

test.each([['organise', 'organize'], ['honour', 'honor'], ['amphetamine', 'amfetamine'], ['programme', 'program'], ['judgement', 'judgment'], ['co-operation', 'cooperation'], ['keeps', 'keep'], ['prohibited', 'prohibition'], ['parties', 'party'], ['offence', 'offenses'], ['Karaté', 'karate']])(
  '[CC8] %s and %s are one word', (one, other) => expect(key(one)).toBe(key(other)))

test.each([['employer', 'employee'], ['requesting', 'requested'], ['legal', 'illegal'], ['hour', 'hor'], ['importer', 'import']])(
  '[CC8] %s and %s are two', (one, other) => expect(key(one)).not.toBe(key(other)))

test('[CC8] a misprint is a letter amiss inside a long word, and never another word of law', () => {
  expect(isMisprintOf('desposited', 'deposited')).toBe(true)
  expect(isMisprintOf('oranisation', 'organisation')).toBe(true)
  expect(isMisprintOf('prescribe', 'proscribe')).toBe(false)
  expect(isMisprintOf('lawful', 'unlawful')).toBe(false)
  expect(isMisprintOf('may', 'many')).toBe(false)
})
