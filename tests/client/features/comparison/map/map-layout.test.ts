import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf, outlineOf } from '#client/features/comparison/map/map-layout.ts'
import { FLOW_KINDS, type Flow, type MappedUnit, type TextMap } from '#shared/compare/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'

const newId = clauseIdsFrom(() => 0)
const unitArb: fc.Arbitrary<MappedUnit> = fc.nat(2000).map((words) => ({ clause: newId(), hasHeading: true, from: 0, to: 0, words, row: 0 }))

const mapArb: fc.Arbitrary<TextMap> = fc
  .record({ base: fc.array(unitArb, { maxLength: 12 }), revised: fc.array(unitArb, { maxLength: 12 }) })
  .chain(({ base, revised }) => {
    const pairs = base.flatMap((from, b) => revised.map((to, r) => ({ base: b, revised: r, most: Math.min(from.words, to.words) })))
    const flowArb = ({ most, ...pair }: (typeof pairs)[number]): fc.Arbitrary<Flow> => fc.record({ kind: fc.constantFrom(...FLOW_KINDS), words: fc.nat(most) }).map((rest) => ({ ...pair, ...rest, row: 0 }))
    return fc.subarray(pairs).chain((some) => fc.tuple(...some.map(flowArb)).map((flows) => ({ base, revised, flows })))
  })

test('units stand below one another in order, as high as the whole at most', () => {
  fc.assert(
    fc.property(mapArb, (map) => {
      const layout = layoutOf(map)
      for (const side of ['base', 'revised'] as const) {
        let end = 0
        for (const { y, height } of layout[side]) {
          expect(y).toBeGreaterThanOrEqual(end)
          end = y + height
        }
        expect(end).toBeLessThanOrEqual(layout.height + 1e-6)
      }
    }),
  )
})

test('ribbons leave and reach their units side by side, none above another and none beyond its unit', () => {
  fc.assert(
    fc.property(mapArb, (map) => {
      const { ribbons, ...layout } = layoutOf(map)
      expect(ribbons.map(({ flow }) => flow)).toEqual(map.flows)
      for (const [side, end] of [['base', 'from'], ['revised', 'to']] as const) {
        for (const [index, { y, height }] of layout[side].entries()) {
          let next = y
          for (const ribbon of ribbons.filter(({ flow }) => flow[side] === index)) {
            expect(ribbon[end]).toBeGreaterThanOrEqual(next - 1e-6)
            next = ribbon[end] + ribbon.thickness
          }
          expect(next).toBeLessThanOrEqual(y + height + 1e-6)
        }
      }
    }),
  )
})

test('more words make a thicker ribbon', () => {
  fc.assert(
    fc.property(mapArb, (map) => {
      const ribbons = layoutOf(map).ribbons.toSorted((one, other) => one.flow.words - other.flow.words)
      for (const [i, { thickness }] of ribbons.entries()) expect(thickness).toBeGreaterThanOrEqual(ribbons[i - 1]?.thickness ?? 0)
    }),
  )
})

test('an outline closes round both ends', () => {
  const flow = { base: 0, revised: 0, kind: 'moved', words: 3, row: 0 } as const
  expect(outlineOf({ flow, from: 10, to: 40, thickness: 4 }, 100)).toBe('M0,10C50,10 50,40 100,40V44C50,44 50,14 0,14Z')
})
