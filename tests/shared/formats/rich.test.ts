import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '#shared/clauses/index.ts'
import { collapseRich, joinRich, plain, sliceRich, type Rich } from '#shared/formats/rich.ts'

/** What each span marks, which must survive whatever is done around it. */
const marked = ({ text, spans }: Rich): readonly string[] => spans.map(({ from, to, mark }) => `${mark}:${text.slice(from, to)}`)
const em = (from: number, to: number): Span => ({ from, to, mark: 'em' })

test('[FM19] a slice keeps what of its emphasis lies inside, without the white space at its ends', () => {
  const rich: Rich = { text: '1. Under inter alia  ', spans: [em(9, 19)] }
  expect(marked(sliceRich(rich, 2))).toEqual(['em:inter alia'])
  expect(sliceRich(rich, 2).text).toBe('Under inter alia')
  expect(marked(sliceRich(rich, 0, 14))).toEqual(['em:inter'])
  expect(sliceRich(rich, 0, 8).spans).toEqual([])
})

test('[FM14] joined parts keep their emphasis, empty ones fall away', () => {
  const joined = joinRich([plain('measures,'), plain(''), { text: 'inter alia', spans: [em(0, 10)] }, plain(', by law')], ' ')
  expect(joined.text).toBe('measures, inter alia , by law')
  expect(marked(joined)).toEqual(['em:inter alia'])
  expect(joinRich([], ' ')).toEqual(plain(''))
})

test('[FM19] white space is collapsed and emphasis follows', () => {
  const collapsed = collapseRich({ text: 'the  \n ordre   public\tof', spans: [em(7, 21)] })
  expect(collapsed.text).toBe('the ordre public of')
  expect(marked(collapsed)).toEqual(['em:ordre public'])
})

const anyRich = fc
  .record({ text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é'), maxLength: 30 }), from: fc.nat(30), length: fc.nat(30) })
  .map(({ text, from, length }): Rich => {
    const start = Math.min(from, text.length)
    const end = Math.min(start + length, text.length)
    return { text, spans: start < end ? [em(start, end)] : [] }
  })

test('[FM19] spans stay inside their text whatever is cut, joined or collapsed', () => {
  const isInside = ({ text, spans }: Rich): boolean => spans.every(({ from, to }) => from >= 0 && from < to && to <= text.length)
  fc.assert(
    fc.property(anyRich, anyRich, fc.tuple(fc.nat(30), fc.nat(30)), (one, other, [from, to]) => {
      expect(isInside(collapseRich(one))).toBe(true)
      expect(isInside(joinRich([one, other], ' '))).toBe(true)
      expect(isInside(sliceRich(one, Math.min(from, one.text.length), Math.max(from, to)))).toBe(true)
    }),
  )
})
