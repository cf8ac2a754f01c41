import { expect, test } from 'vitest'
import { labelPrinter, numberWriter } from '#shared/clauses/label.ts'
import { COE_ENGLISH, UN_ENGLISH } from '#tests/support/treaty.ts'

const FRENCH = { ...UN_ENGLISH, language: 'fr' } as const

test('[CL14] text is what is printed, number what is in it', () => {
  const print = labelPrinter(UN_ENGLISH)
  expect(print('article', 'article', { number: '5', source: 'counted' })).toEqual({ text: 'Article 5', number: '5' })
  expect(print('subparagraph', 'subparagraph', { number: 'a', source: 'counted' })).toEqual({ text: '(a)', number: 'a' })
  expect(print('annex', 'annex', { number: '', source: 'counted' })).toEqual({ text: 'Annex', number: '' })
  expect(print('article', 'article', { number: '', source: 'written' })).toEqual({ text: '', number: '' })
})

test('[CL14] the first French article is premier when counted, as written when written', () => {
  const print = labelPrinter(FRENCH)
  expect(print('article', 'article', { number: '1', source: 'counted' }).text).toBe('Article premier')
  expect(print('article', 'article', { number: '1', source: 'written' }).text).toBe('Article 1')
  expect(print('paragraph', 'paragraph', { number: '1', source: 'counted' }).text).toBe('1.')
})

test('[CL17] a suffix stands outside the brackets and before the full stop', () => {
  const printed = (number: string, settings = UN_ENGLISH): readonly string[] => {
    const print = labelPrinter(settings)
    const written = { number, source: 'written' } as const
    return [print('paragraph', 'paragraph', written).text, print('subparagraph', 'subparagraph', written).text]
  }
  expect(printed('b bis')).toEqual(['b bis.', '(b) bis'])
  expect(printed('b bis', FRENCH)).toEqual(['b bis.', 'b) bis'])
  expect(printed('b bis', COE_ENGLISH)).toEqual(['b bis', 'b bis'])
})

test('[CL17] what is not counted shows a written number, a recital in brackets', () => {
  const print = labelPrinter(UN_ENGLISH)
  expect(print(null, 'heading', { number: 'A', source: 'written' }).text).toBe('A')
  expect(print(null, 'recital', { number: '12', source: 'written' }).text).toBe('(12)')
  expect(print(null, 'recital', { number: '', source: 'written' }).text).toBe('')
})

test('[CL14] a number is written as its series counts', () => {
  const write = numberWriter(UN_ENGLISH)
  expect(write('part', 4)).toBe('IV')
  expect(write('subsection', 2)).toBe('B')
  expect(write('item', 4)).toBe('iv')
})
