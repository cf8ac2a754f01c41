import { expect, test } from 'vitest'
import { sheetOf } from '#shared/exports/index.ts'
import { article, countingIds, textOf } from '../compare/texts.ts'

test('[EX1] a text is shown clause by clause with parents, labels and citations, under the ids that are wanted', () => {
  const text = textOf([...article('Scope', 'This Convention applies.', 'It binds the Parties.')], countingIds(1))
  expect(sheetOf({ text }, (_id, index) => `b${index + 1}`).side).toEqual({
    title: 'A treaty',
    language: 'en',
    clauses: [
      { id: 'b1', parent: null, kind: 'article', label: 'Article 1', citation: 'Article 1', text: 'Scope' },
      { id: 'b2', parent: 'b1', kind: 'paragraph', label: '1.', citation: 'Article 1(1)', text: 'This Convention applies.' },
      { id: 'b3', parent: 'b1', kind: 'paragraph', label: '2.', citation: 'Article 1(2)', text: 'It binds the Parties.' },
    ],
  })
})
