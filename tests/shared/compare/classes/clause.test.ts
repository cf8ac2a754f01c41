import { expect, test } from 'vitest'
import { classifyLabel, classifyWhole } from '#shared/compare/classes/clause.ts'
import { countingIds, textOf } from '../texts.ts'

const clauseOf = (text: string) => {
  const [clause] = textOf([{ kind: 'paragraph', text }], countingIds(1)).clauses
  if (clause === undefined) throw new Error('no clause')
  return clause
}

test('[CC11] a clause that came or went is substance unless it says what stands near by', () => {
  expect(classifyWhole(clauseOf('The vessel shall wait.'), 'revised', () => null)).toMatchObject({ class: 'substance', grounds: [{ aspect: 'obligation', struck: '', inserted: 'shall' }] })
  expect(classifyWhole(clauseOf('The vessel shall wait.'), 'base', () => 'same').class).toBe('formatting')
  expect(classifyWhole(clauseOf('The vessel shall wait.'), 'base', () => 'other-words').class).toBe('editorial')
  expect(classifyWhole(clauseOf('[deleted]'), 'revised', () => null).class).toBe('numbering')
})

test('[CC7] a new label is numbering, another bullet formatting', () => {
  expect(classifyLabel({ from: '2.', to: '3.' }).class).toBe('numbering')
  expect(classifyLabel({ from: '*', to: '' }).class).toBe('formatting')
})
