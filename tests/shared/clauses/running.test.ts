import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runningNumbers } from '#shared/clauses/running.ts'
import { placesOf } from '#shared/clauses/series.ts'
import { plainSequence } from '#tests/support/sequences.ts'
import { UN_ENGLISH, article, numbered, par, text, treaty } from '#tests/support/treaty.ts'

test('[CL10] a clause that is not counted for takes no number', () => {
  const clauses = treaty(article('A'), article('B'), article('C'))
  const next = runningNumbers(clauses, placesOf(clauses), UN_ENGLISH)
  expect([next(0).number, next(2).number]).toEqual(['1', '2'])
})

test('[CL11] the n-th member of a run has the n-th number', () => {
  fc.assert(
    fc.property(plainSequence, (clauses) => {
      const places = placesOf(clauses)
      const next = runningNumbers(clauses, places, UN_ENGLISH)
      const articles = new Map<number, number>()
      places.forEach(({ series, scope }, index) => {
        const { number } = next(index)
        if (series !== 'article') return
        articles.set(scope, (articles.get(scope) ?? 0) + 1)
        expect(number).toBe(String(articles.get(scope)))
      })
    }),
  )
})

test('[CL17] what is written is marked as written', () => {
  const clauses = treaty(article('A', numbered('3', par('x')), par('y'), text('z')))
  const next = runningNumbers(clauses, placesOf(clauses), UN_ENGLISH)
  expect([0, 1, 2, 3].map(next)).toEqual([
    { number: '1', source: 'counted' },
    { number: '3', source: 'written' },
    { number: '4', source: 'counted' },
    { number: '', source: 'written' },
  ])
})
