import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#server/http/canonical.ts'
import { contentHash } from '#server/http/index.ts'
import { clauseIdsFrom, holdNumbers, type ClauseText } from '#shared/clauses/index.ts'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, shuffled(inner)]))
}

test('the order of keys does not matter, and the value can be read back', () => {
  // "__proto__" is no key of ours, and JSON and object literals disagree on it.
  const values = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('__proto__'))
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('another wording, another setting or another hold is another name', () => {
  let drawn = 0
  const newId = clauseIdsFrom((below) => drawn++ % below)
  const text: ClauseText = {
    title: 'T',
    settings: { style: 'un', language: 'en', articleWord: null },
    clauses: [{ id: newId(), kind: 'article', depth: 0, number: null, text: 'Purposes', spans: [] }],
  }
  const held = holdNumbers(text.clauses, text.settings, 'A/1')
  const names = [
    contentHash(text, null),
    contentHash({ ...text, title: 'U' }, null),
    contentHash({ ...text, settings: { ...text.settings, style: 'coe' } }, null),
    contentHash({ ...text, clauses: [] }, null),
    contentHash(text, held),
    contentHash(text, { ...held, symbol: 'A/2' }),
  ]
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[\da-f]{64}$/)
})
