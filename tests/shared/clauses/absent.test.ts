import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absentAfter } from '#shared/clauses/absent.ts'
import { holdNumbers } from '#shared/clauses/index.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { UN_ENGLISH } from '#tests/support/treaty.ts'

test('[CL36] everything held and gone stands after a clause that is there, or before everything, each once', () => {
  fc.assert(
    fc.property(editedSequence, ({ base, revised }) => {
      const absent = absentAfter(revised, holdNumbers(base, UN_ENGLISH, 'A/1'))
      const present = new Set(revised.map(({ id }) => id))
      const gone = [...absent.values()].flat().map(({ entry }) => entry.id)
      expect(new Set(gone)).toEqual(new Set(base.map(({ id }) => id).filter((id) => !present.has(id))))
      expect(gone.length).toBe(new Set(gone).size)
      expect([...absent.keys()].filter((after) => after !== null && !present.has(after))).toEqual([])
    }),
  )
})

test('[CL36] without moves and insertions the gaps close in the old order', () => {
  fc.assert(
    fc.property(editedSequence, ({ base, revised }) => {
      const kept = new Set(revised.map(({ id }) => id))
      const only = base.filter(({ id }) => kept.has(id))
      const absent = absentAfter(only, holdNumbers(base, UN_ENGLISH, 'A/1'))
      const gone = (id: (typeof base)[number]['id'] | null): readonly string[] =>
        (absent.get(id) ?? []).map(({ entry }) => entry.id)
      const restored = [...gone(null), ...only.flatMap(({ id }) => [id, ...gone(id)])]
      expect(restored).toEqual(base.map(({ id }) => id))
    }),
  )
})
