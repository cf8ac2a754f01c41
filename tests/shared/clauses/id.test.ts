import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseIdsFrom, parseClauseId } from '#shared/clauses/index.ts'

test('[CL4] what is drawn is a clause id, and the same chance gives the same one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 35 }), { minLength: 10, maxLength: 10 }), (draws) => {
      const make = (): string => {
        let at = 0
        return clauseIdsFrom(() => draws[at++] ?? 0)()
      }
      expect(parseClauseId(make())).toBe(make())
    }),
  )
})

test.each([['c_0123456789a'], ['c_012345678'], ['C_0123456789'], ['c_01234567 9'], ['c_012345678Z'], ['c_0123456789\n'], [''], [null], [7]])(
  '[CL4] %j is no clause id',
  (raw) => {
    expect(parseClauseId(raw)).toBeNull()
  },
)
