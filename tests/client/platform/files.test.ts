// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedFile, readChosen, toBase64 } from '#client/platform/index.ts'
import { LIMITS } from '#shared/protocol/index.ts'

test('base64 gives the bytes back, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect([...Buffer.from(toBase64(bytes), 'base64')]).toEqual([...bytes])
    }),
  )
})

test('base64 of a file of several chunks', () => {
  const bytes = new Uint8Array(200_000).map((_, i) => i % 251)
  expect(Buffer.from(toBase64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
})

test('a file that is too large is refused before it is read', async () => {
  const file = new File([new Uint8Array(LIMITS.fileBytes + 1)], 'long.txt')
  await expect(readChosen(file)).rejects.toMatchObject({ id: 'too-large' })
})

test('a chosen file keeps its name and bytes; a paste is one', async () => {
  const { name, bytes } = await readChosen(new File(['Artículo 1'], 'a.txt'))
  expect([name, new TextDecoder().decode(bytes)]).toEqual(['a.txt', 'Artículo 1'])
  expect(new TextDecoder().decode(pastedFile('pasted.txt', 'Article 1').bytes)).toBe('Article 1')
})
