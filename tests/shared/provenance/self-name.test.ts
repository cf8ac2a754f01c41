import { expect, test } from 'vitest'
import type { Language } from '#shared/clauses/index.ts'
import { selfMentionsIn, selfNameOf } from '#shared/provenance/self-name.ts'
import { par } from '#tests/support/treaty.ts'
import { textOf } from './example.ts'

test.each<[Language, string, string]>([
  ['en', 'Nothing in this Convention affects', 'convention'],
  ['fr', 'Aux fins du présent Accord', 'accord'],
  ['es', 'a los efectos de la presente Convención', 'convención'],
  ['ru', 'для целей настоящей Конвенции', 'конвенци'],
  ['zh', '为本公约的目的', '公约'],
  ['ar', 'لأغراض هذه الاتفاقية', 'الاتفاقية'],
])('[PV12] how an instrument speaks of itself: %s', (language, text, noun) => {
  expect(selfMentionsIn(text, language).map((mention) => mention.noun)).toEqual([noun])
})

test('[PV12] a text is called what it mostly calls itself', () => {
  expect(selfNameOf(textOf('', [par('This Protocol supplements the Convention.'), par('In this Convention'), par('of this Protocol')]))).toEqual({ noun: 'protocol', words: 'This Protocol' })
  expect(selfNameOf(textOf('', [par('The Convention applies.')]))).toBeNull()
})
