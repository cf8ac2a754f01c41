import { expect, test } from 'vitest'
import { COLOUR_INK, readClauses, redlineText } from '#shared/exports/index.ts'
import { comparedOf } from './sample.ts'

const side = (name: 'base' | 'revised', ...texts: readonly string[]) =>
  readClauses({ title: name, clauses: texts.map((text, at) => ({ id: `${at}`, kind: 'paragraph', text })) }, { name, side: name })

test('[EX1] the text says what differs, where and of which class, and marks it without colour', () => {
  const result = comparedOf(side('base', 'Each Party shall adopt measures.', 'It is the same.'), side('revised', 'Each Party may adopt measures.', 'It is the same.'))
  expect(redlineText(result)).toBe(`base → revised
Words: 8 kept, 1 struck, 1 inserted.
Changes: 1 of substance, 0 editorial, 0 of numbering, 0 of formatting.

Paragraph 1: edited · substance (“shall” → “may”: obligation)
Each Party [-shall-]{+may+} adopt measures.
`)
  expect(redlineText(comparedOf(side('base', 'One.'), side('revised', 'One.')))).toContain('Nothing differs.')
})

test('[EX7] what a text says does not steer a terminal', () => {
  const result = comparedOf(side('base', 'One word.'), side('revised', 'One \u001B[2Jword.'))
  expect(redlineText(result, COLOUR_INK)).not.toContain('\u001B[2J')
})
