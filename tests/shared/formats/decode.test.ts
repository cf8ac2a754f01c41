import { expect, test } from 'vitest'
import { decode } from '#shared/formats/decode.ts'
import { Refused } from '#shared/kernel/index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  const pairs = codes.flatMap((code) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]))
  return bytes(...(isLittle ? [0xff, 0xfe] : [0xfe, 0xff]), ...pairs)
}
const refusal = (given: Uint8Array): string => {
  try {
    decode(given)
  } catch (error) {
    if (error instanceof Refused) return `${error.id}: ${error.detail}`
    throw error
  }
  return 'decoded'
}

test('[FM22] UTF-8 with and without its mark, UTF-16 of both orders', () => {
  expect(decode(utf8('Éléments'))).toEqual({ text: 'Éléments', notes: [] })
  expect(decode(utf8('\uFEFFÉléments'))).toEqual({ text: 'Éléments', notes: [{ id: 'byte-order-mark-removed', count: 1 }] })
  for (const isLittle of [true, false]) {
    expect(decode(utf16('Статья 1', isLittle))).toEqual({ text: 'Статья 1', notes: [{ id: 'utf-16-decoded', count: 1 }] })
  }
})

test('[FM22] Windows-1252 is taken where it gives sane text, and noted', () => {
  const { text, notes } = decode(bytes(...utf8('Pr'), 0xe9, ...utf8('ambule '), 0x93, ...utf8('Partie'), 0x94))
  expect(text).toBe('Préambule “Partie”')
  expect(notes).toEqual([{ id: 'windows-1252-assumed', count: 1 }])
})

test('[FM22] a page that declares it is believed', () => {
  const page = bytes(...utf8('<meta charset="iso-8859-1"><p>'), 0xe9, 0xe8, 0xe0)
  expect(decode(page).notes).toEqual([{ id: 'encoding-declared', count: 1 }])
})

test('[FM22] bytes that are no text in either are refused with their line', () => {
  expect(refusal(bytes(...utf8('Article 1\nThe '), 0x81, 0x8d))).toMatch(/^unreadable-file: .*not valid UTF-8: line 2 /)
  expect(refusal(bytes(...Array.from({ length: 40 }, () => 0xe9)))).toMatch(/not valid UTF-8: line 1 /)
  expect(refusal(bytes(0xff, 0xfe, 0x00, 0xd8))).toMatch(/not valid UTF-16LE/)
})

test('[FM21] NUL bytes are no text', () => {
  expect(refusal(bytes(65, 0, 66))).toMatch(/^unreadable-file: .*NUL bytes/)
})
