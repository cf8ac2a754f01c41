import { expect, test } from 'vitest'
import { fileOfPaste } from '#client/features/files/pasted.ts'

const paste = (data: Readonly<Record<string, string>>) => fileOfPaste({ getData: (type) => data[type] ?? '' })
const words = (file: ReturnType<typeof fileOfPaste>) => file && [file.name, new TextDecoder().decode(file.bytes)]

test('structure is kept where the paste has some', () => {
  expect(words(paste({ 'text/html': '<h2>Article 1</h2><p>Each…</p>', 'text/plain': 'Article 1\nEach…' }))).toEqual(['pasted.html', '<h2>Article 1</h2><p>Each…</p>'])
})

test('otherwise its words are the text', () => {
  expect(words(paste({ 'text/html': '<span>Article 1</span>', 'text/plain': 'Article 1' }))).toEqual(['pasted.txt', 'Article 1'])
  expect(paste({ 'text/plain': ' \n' })).toBeNull()
})
