import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparisonJson } from '#shared/exports/index.ts'
import { comparedOf, resultArb } from './sample.ts'

test('[EX1] what is written is what the schema says, and is the same each time', () => {
  fc.assert(
    fc.property(resultArb, ({ base, revised, result }) => {
      const written = JSON.stringify(result)
      expect(comparisonJson.parse(JSON.parse(written))).toEqual(JSON.parse(written))
      expect(JSON.stringify(comparedOf(base, revised))).toBe(written)
    }),
  )
})
