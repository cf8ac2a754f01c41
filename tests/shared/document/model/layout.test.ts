import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf, statedParents } from '#shared/document/model/layout.ts'
import { anyMoves, anyStored, apart, joinedTo, segmentId, stored } from '../stored.ts'

test('whatever the flags say, a segment is in one clause when it is not removed, and in none when it is', () => {
  fc.assert(
    fc.property(anyStored, anyMoves, (all, moves) => {
      const shown = layoutOf(all, moves).blocks.flat().sort((a, b) => a - b)
      expect(shown).toEqual(all.flatMap(({ flags }, index) => (flags.removed ? [] : [index])))
    }),
  )
})

test('a clause starts with its head, every other segment continues an earlier one of it', () => {
  fc.assert(
    fc.property(anyStored, anyMoves, (all, moves) => {
      const { blocks, parent } = layoutOf(all, moves)
      for (const block of blocks) {
        const continued = block.map((index) => parent[index] ?? -1)
        expect(continued[0]).toBe(-1)
        expect(continued.slice(1).every((index, before) => block.slice(0, before + 1).includes(index))).toBe(true)
      }
    }),
  )
})

test('a segment continues what it says, unless that is unknown or removed or leads back to it', () => {
  fc.assert(
    fc.property(anyStored, (all) => {
      const stated = statedParents(all)
      const { parent } = layoutOf(all, [])
      all.forEach(({ flags }, index) => {
        const said = stated[index] ?? -1
        const counts = (at: number) => at >= 0 && all[at]?.flags.removed === false
        const way: number[] = []
        for (let at = index; counts(at) && !way.includes(at); at = stated[at] ?? -1) way.push(at)
        const comesBack = way.length > 0 && stated[way.at(-1) ?? 0] === index
        const isCut = flags.removed || !counts(said) || (comesBack && index === Math.min(...way))
        expect(parent[index]).toBe(isCut ? -1 : said)
      })
    }),
  )
})

test('moves change the order of clauses, never what a clause shows', () => {
  fc.assert(
    fc.property(anyStored, anyMoves, (all, moves) => {
      const byHead = (blocks: readonly (readonly number[])[]) => blocks.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      expect(byHead(layoutOf(all, moves).blocks)).toEqual(byHead(layoutOf(all, []).blocks))
    }),
  )
})

test('clauses stand in the order of their heads', () => {
  fc.assert(
    fc.property(anyStored, anyMoves, (all, moves) => {
      const { blocks, order } = layoutOf(all, moves)
      const places = blocks.map(([head]) => order.indexOf(head ?? -1))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})

test('"<" continues what is stored before, a name continues the one named', () => {
  expect([...statedParents([stored(0), stored(1, { joined: '<' }), stored(2, { joined: joinedTo(0) }), stored(3, { joined: joinedTo(9) })])]).toEqual([-1, 0, 0, -1])
})

test('what is stored next comes first in a clause, then the others by their stamps', () => {
  const all = [
    stored(0),
    stored(1, { joined: '<' }),
    stored(2),
    stored(3, { joined: joinedTo(0, [7, 1]) }),
    stored(4, { joined: joinedTo(0, [3, 2]) }),
    stored(5, { joined: joinedTo(0, [3, 1]) }),
  ]
  expect(layoutOf(all, []).blocks).toEqual([[0, 1, 5, 4, 3], [2]])
  expect(layoutOf(all.with(3, stored(3, { joined: joinedTo(1) })), []).blocks).toEqual([[0, 1, 3, 5, 4], [2]])
})

test('what continued a removed segment stands alone', () => {
  const all = [stored(0, { removed: true }), stored(1, { joined: '<' }), stored(2, { joined: joinedTo(0) })]
  expect(layoutOf(all, []).blocks).toEqual([[1], [2]])
})

test('in a ring the smallest id heads the clause', () => {
  const all = [stored(0), stored(1, { joined: joinedTo(3) }), stored(2, { joined: joinedTo(1) }), stored(3, { joined: joinedTo(2) })]
  expect(layoutOf(all, []).blocks).toEqual([[0], [1, 2, 3]])
})

test('a removed clause keeps its place: what was moved behind it stays there', () => {
  const all = apart(4).with(2, stored(2, { removed: true }))
  expect(layoutOf(all, [{ id: segmentId(0), after: segmentId(2), stamp: [1, 1], stay: [] }]).blocks).toEqual([[1], [0], [3]])
})
