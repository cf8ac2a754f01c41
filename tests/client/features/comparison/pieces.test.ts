import { expect, test } from 'vitest'
import { piecesOf, wholePieces } from '#client/features/comparison/pieces.ts'
import { clauseIdsFrom, type Clause, type Span } from '#shared/clauses/index.ts'

let drawn = 0
const newId = clauseIdsFrom((below) => drawn++ % below)
const clause = (text: string, spans: readonly Span[] = []): Clause => ({ id: newId(), kind: 'paragraph', depth: 0, number: null, text, spans })

test('a clause that is the same on both sides keeps its emphasis', () => {
  const whole = clause('measures inter alia such', [{ from: 9, to: 19, mark: 'em' }])
  expect(wholePieces(whole, 'keep')).toEqual([
    { kind: 'keep', text: 'measures ', marks: [] },
    { kind: 'keep', text: 'inter alia', marks: ['em'] },
    { kind: 'keep', text: ' such', marks: [] },
  ])
})

test('struck words carry the emphasis of the base, the others that of the revised clause', () => {
  const base = clause('shall act bona fide', [{ from: 10, to: 19, mark: 'em' }])
  const revised = clause('may act in good faith', [{ from: 0, to: 3, mark: 'strong' }])
  const runs = [
    { kind: 'strike', text: 'shall' },
    { kind: 'insert', text: 'may' },
    { kind: 'keep', text: ' act ' },
    { kind: 'strike', text: 'bona fide' },
    { kind: 'insert', text: 'in good faith' },
  ] as const
  const pieces = piecesOf(runs, base, revised)
  expect(pieces.map(({ text }) => text)).toEqual(['shall', 'may', ' act ', 'bona fide', 'in good faith'])
  expect(pieces.map(({ marks }) => marks)).toEqual([[], ['strong'], [], ['em'], []])
})

test('overlapping emphasis is cut at every border', () => {
  const whole = clause('abcd', [
    { from: 0, to: 3, mark: 'em' },
    { from: 1, to: 4, mark: 'strong' },
  ])
  expect(wholePieces(whole, 'insert')).toEqual([
    { kind: 'insert', text: 'a', marks: ['em'] },
    { kind: 'insert', text: 'bc', marks: ['em', 'strong'] },
    { kind: 'insert', text: 'd', marks: ['strong'] },
  ])
})
