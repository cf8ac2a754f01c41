import { expect, test } from 'vitest'
import { CHANGE_CLASSES, EXCUSES, excused, graver, substance } from '#shared/compare/classes/types.ts'

const words = { struck: 'shall', inserted: 'may' }

test('[CC2] the graver of two classes is the same whichever comes first', () => {
  for (const one of CHANGE_CLASSES) for (const other of CHANGE_CLASSES) expect(graver(one, other)).toBe(graver(other, one))
  expect(graver('numbering', 'substance')).toBe('substance')
})

test('[CC3] grounds of substance stand by gravity, and there is always one', () => {
  expect(substance([{ aspect: 'scope', ...words }, { aspect: 'negation', ...words }], words).grounds.map(({ aspect }) => aspect)).toEqual(['negation', 'scope'])
  expect(substance([], words)).toEqual({ class: 'substance', weight: 50, grounds: [{ aspect: 'other', ...words }] })
})

test('[CC2] what is excused weighs less than any substance', () => {
  for (const excuse of EXCUSES) expect(excused(excuse, words).weight).toBeLessThan(substance([], words).weight)
})
