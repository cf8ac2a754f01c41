import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLAUSE_KINDS, isDivision, MAX_DEPTH, type ClauseKind } from '#shared/clauses/index.ts'
import { asKind, deeper, remainder, successor, type Standing } from '#shared/document/editor/series.ts'

const anyStanding: fc.Arbitrary<Standing> = fc
  .tuple(fc.constantFrom(...CLAUSE_KINDS), fc.nat(MAX_DEPTH))
  .map(([kind, depth]) => ({ kind, depth: isDivision(kind) ? 0 : depth }))
const paragraph: Standing = { kind: 'paragraph', depth: 0 }

test('paragraph, subparagraph and item go down together with their depth', () => {
  const down = [1, 2, 3, 5].map((levels) => deeper(paragraph, levels))
  expect(down).toEqual([
    { kind: 'subparagraph', depth: 1 },
    { kind: 'item', depth: 2 },
    { kind: 'item', depth: 3 },
    { kind: 'item', depth: 5 },
  ])
  expect(deeper(paragraph, 6)).toBeNull()
  expect(deeper(paragraph, -1)).toBeNull()
})

test('other provisions keep their kind at any depth, divisions have no depth to change', () => {
  fc.assert(
    fc.property(anyStanding, fc.integer({ min: -6, max: 6 }), (standing, levels) => {
      const shifted = deeper(standing, levels)
      const depth = standing.depth + levels
      expect(shifted === null).toBe(isDivision(standing.kind) || depth < 0 || depth > MAX_DEPTH)
      if (shifted === null) return
      expect(shifted.depth).toBe(depth)
      expect(shifted.kind === standing.kind || ['paragraph', 'subparagraph', 'item'].includes(standing.kind)).toBe(true)
    }),
  )
})

test('what is moved deeper and back is in the series what its depth says', () => {
  fc.assert(
    fc.property(anyStanding, fc.integer({ min: -5, max: 5 }), (standing, levels) => {
      const shifted = deeper(standing, levels)
      if (shifted === null) return
      expect(deeper(shifted, -levels)).toEqual(deeper(standing, 0))
    }),
  )
})

test('a clause made one of the series takes its depth, a division none, any other keeps its own', () => {
  const kinds: readonly ClauseKind[] = ['article', 'paragraph', 'subparagraph', 'item', 'definition']
  expect(kinds.map((kind) => asKind({ kind: 'text', depth: 3 }, kind).depth)).toEqual([0, 0, 1, 3, 3])
  expect(asKind(paragraph, 'item')).toEqual({ kind: 'item', depth: 2 })
})

test('Enter at the end goes on as the field does', () => {
  const after = (kind: ClauseKind, depth = 0) => successor({ kind, depth })
  expect(after('article')).toEqual(paragraph)
  expect(after('heading')).toEqual(paragraph)
  expect(after('chapter')).toEqual({ kind: 'article', depth: 0 })
  expect(after('enacting')).toEqual({ kind: 'article', depth: 0 })
  expect(after('preamble')).toEqual({ kind: 'recital', depth: 0 })
  expect(after('annex')).toEqual({ kind: 'text', depth: 0 })
  expect(after('chapeau')).toEqual({ kind: 'subparagraph', depth: 1 })
  expect(after('chapeau', MAX_DEPTH)).toEqual({ kind: 'chapeau', depth: MAX_DEPTH })
  expect(after('item', 3)).toEqual({ kind: 'item', depth: 3 })
  expect(after('closing', 2)).toEqual(paragraph)
})

test('words split off stay what they are, but nobody writes a second heading', () => {
  fc.assert(
    fc.property(anyStanding, (standing) => {
      expect(remainder(standing)).toEqual(isDivision(standing.kind) ? successor(standing) : standing)
    }),
  )
  expect(remainder({ kind: 'chapeau', depth: 1 })).toEqual({ kind: 'chapeau', depth: 1 })
  expect(remainder({ kind: 'article', depth: 0 })).toEqual(paragraph)
})
