import { expect, test } from 'vitest'
import { wordingLine } from '#shared/exports/index.ts'

test.each([
  ['1. Each Party', 'paragraph', '1', 'Each Party'],
  ['(a) in law', 'subparagraph', 'a', 'in law'],
  ['(iv) or fact', 'item', 'iv', 'or fact'],
  ['Each Party', 'text', '', 'Each Party'],
])('[EX4] %s', (line, kind, number, text) => {
  expect(wordingLine(line)).toMatchObject({ kind, number, text })
})
