import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reachedBy } from '#client/features/comparison/map/use-grid-walk.ts'

const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'] as const

test('no key leads out of the grid', () => {
  const extentArb = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }), page: fc.integer({ min: 1, max: 20 }) })
  fc.assert(
    fc.property(extentArb, fc.array(fc.record({ key: fc.constantFrom(...KEYS), ctrlKey: fc.boolean() })), (extent, events) => {
      let at = { row: 0, column: 0 }
      for (const event of events) {
        at = reachedBy(event, at, extent) ?? at
        expect(at.row).toBeGreaterThanOrEqual(0)
        expect(at.row).toBeLessThan(extent.rows)
        expect(at.column).toBeGreaterThanOrEqual(0)
        expect(at.column).toBeLessThan(extent.columns)
      }
    }),
  )
})

test('arrows go by one, Home and End to the ends of the row, with Ctrl to those of the grid, others nowhere', () => {
  const extent = { rows: 30, columns: 5, page: 10 }
  const from = { row: 12, column: 2 }
  const reached = (key: string, ctrlKey = false) => reachedBy({ key, ctrlKey }, from, extent)
  expect(reached('ArrowDown')).toEqual({ row: 13, column: 2 })
  expect(reached('ArrowLeft')).toEqual({ row: 12, column: 1 })
  expect(reached('Home')).toEqual({ row: 12, column: 0 })
  expect(reached('End')).toEqual({ row: 12, column: 4 })
  expect(reached('Home', true)).toEqual({ row: 0, column: 0 })
  expect(reached('End', true)).toEqual({ row: 29, column: 4 })
  expect(reached('PageDown')).toEqual({ row: 22, column: 2 })
  expect(reached('Enter')).toBeNull()
})
