import { expect, test } from 'vitest'
import { wordingLine } from '#shared/exports/index.ts'

test.each([
  { line: '1. Each Party', kind: 'paragraph', number: '1', text: 'Each Party' },
  { line: '(a) in law', kind: 'subparagraph', number: 'a', text: 'in law' },
  { line: '(iv) or fact', kind: 'item', number: 'iv', text: 'or fact' },
  { line: 'Each Party', kind: 'text', number: '', text: 'Each Party' },
])('[EX4] $line', ({ line, ...provision }) => {
  expect(wordingLine(line)).toMatchObject(provision)
})
