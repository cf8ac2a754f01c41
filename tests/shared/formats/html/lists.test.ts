import { expect, test } from 'vitest'
import { markerOf, type HtmlList } from '#shared/formats/html/lists.ts'

const markers = (list: Partial<HtmlList>, isOutermost: boolean, values: readonly (number | null)[]): readonly string[] => {
  const open: HtmlList = { ordered: true, type: '1', next: 1, step: 1, ...list }
  return values.map((value) => markerOf(open, isOutermost, value))
}

test('[FM20] types, starts, values and reversed lists count as a browser shows them', () => {
  expect(markers({}, true, [null, null, 7, null])).toEqual(['1.', '2.', '7.', '8.'])
  expect(markers({}, false, [null])).toEqual(['(1)'])
  expect(markers({ type: 'a', next: 26 }, false, [null, null])).toEqual(['(z)', '(aa)'])
  expect(markers({ type: 'A' }, false, [null])).toEqual(['(A)'])
  expect(markers({ type: 'i', next: 3 }, true, [null, null])).toEqual(['(iii)', '(iv)'])
  expect(markers({ type: 'I' }, true, [4])).toEqual(['(IV)'])
  expect(markers({ next: 3, step: -1 }, true, [null, null])).toEqual(['3.', '2.'])
  expect(markers({ type: 'a', next: 0 }, true, [null])).toEqual(['(0)'])
})

test('[FM20] what is not counted has a dash', () => {
  expect(markers({ ordered: false }, true, [null, null])).toEqual(['– ', '– '])
  expect(markerOf(undefined, false, null)).toBe('– ')
})
