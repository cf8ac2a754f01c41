import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatChange, formatOf, PLAIN, withAttr } from '#shared/document/model/format.ts'

const value = fc.oneof(fc.constant(true), fc.constantFrom('x', 'y', 1, null), fc.constant({ by: 'Fiji' }))
const attrs = fc.dictionary(fc.oneof(fc.constantFrom('em', 'strong', 'b:1', 'constructor', '__proto__'), fc.string()), value)
const kept = (raw: Readonly<Record<string, unknown>>) => Object.entries(raw).filter(([, one]) => one !== null)

test('a format is what its attributes say, in whatever order they come', () => {
  fc.assert(
    fc.property(attrs, (raw) => {
      const format = formatOf(raw)
      expect(new Map(Object.entries(format.attrs))).toEqual(new Map(kept(raw)))
      const reversed = formatOf(Object.fromEntries(Object.entries(raw).toReversed()))
      expect(reversed.key).toBe(format.key)
      expect(reversed).toBe(format)
    }),
  )
})

test('two formats have one key when their attributes are equal, and only then', () => {
  fc.assert(
    fc.property(attrs, attrs, (left, right) => {
      const sorted = (raw: Readonly<Record<string, unknown>>) => JSON.stringify(kept(raw).sort(([a], [b]) => (a < b ? -1 : 1)))
      expect(formatOf(left).key === formatOf(right).key).toBe(sorted(left) === sorted(right))
    }),
  )
})

test('null and undefined are no formatting', () => {
  expect(formatOf({ em: null, strong: undefined })).toBe(PLAIN)
  expect(withAttr(formatOf({ em: true }), 'em', null)).toBe(PLAIN)
})

test('the later of two values counts', () => {
  expect(withAttr(formatOf({ 'b:1': 'x', em: true }), 'b:1', 'y').attrs).toEqual({ 'b:1': 'y', em: true })
})

test('a change leads from one format to the other and names nothing that stays', () => {
  fc.assert(
    fc.property(attrs, attrs, (left, right) => {
      const [from, to] = [formatOf(left), formatOf(right)]
      const change = Object.entries(formatChange(from, to))
      expect(change.reduce((format, [name, one]) => withAttr(format, name, one), from).key).toBe(to.key)
      for (const [name, one] of change) {
        const before = Object.hasOwn(from.attrs, name) ? from.attrs[name] : null
        expect(JSON.stringify(one)).not.toBe(JSON.stringify(before))
      }
    }),
  )
})

test('a format is known by its key however many there were since', () => {
  const early = formatOf({ 'b:early': true })
  for (let index = 0; index < 2100; index++) formatOf({ [`b:${index}`]: true })
  expect(formatOf({ 'b:early': true })).toEqual(early)
})
