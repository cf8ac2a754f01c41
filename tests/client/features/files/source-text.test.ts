// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { lettersOf, lineOf, sourceLines } from '#client/features/files/source-text.ts'
import { pastedFile } from '#client/platform/index.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

test('letters of UTF-8, of UTF-16 by its mark, and of Windows-1252 where nothing else fits', () => {
  expect(lettersOf(new TextEncoder().encode('Élaboré'))).toBe('Élaboré')
  expect(lettersOf(bytes(0xff, 0xfe, 0x41, 0x00))).toBe('A')
  expect(lettersOf(bytes(0xfe, 0xff, 0x00, 0x41))).toBe('A')
  expect(lettersOf(bytes(0xc9, 0x6c))).toBe('Él')
})

test('a text keeps its lines, whatever ends them', () => {
  expect(sourceLines(pastedFile('a.txt', 'one\r\ntwo\n\nthree'), 'text')).toEqual(['one', 'two', '', 'three'])
})

test('of a web page its words are shown, without tags, scripts or styles', () => {
  const page = '<html><head><style>p{}</style></head><body><h1>Article 1</h1><p>Each  <em>State</em> Party</p><script>x()</script><ul><li>one</li><li>two</li></ul></body></html>'
  expect(sourceLines(pastedFile('a.html', page), 'html')).toEqual(['Article 1', 'Each State Party', 'one', 'two'])
})

test('a passage is found by its line in a text, by its words on a page, and may be nowhere', () => {
  const lines = ['Article 1', 'Each State Party shall adopt', 'measures']
  expect(lineOf(lines, { text: 'whatever', line: 3 }, 'text')).toBe(2)
  expect(lineOf(lines, { text: 'whatever', line: 9 }, 'text')).toBe(-1)
  expect(lineOf(lines, { text: 'Each  State\u00a0Party shall', line: 77 }, 'html')).toBe(1)
  expect(lineOf(lines, { text: 'No such words', line: 1 }, 'html')).toBe(-1)
})
