import fc from 'fast-check'
import type { Clause } from '#shared/clauses/index.ts'
import { anySequence } from './sequences.ts'
import { idNamed } from './treaty.ts'

/** A text as it was when its numbers were held, and what drafters have made of it since. */
export type Edited = Readonly<{ base: readonly Clause[]; revised: readonly Clause[] }>

/** Deletes, moves, and puts in: every clause of `revised` is one of `base`, unchanged, or is new. */
export const editedSequence: fc.Arbitrary<Edited> = fc
  .record({
    base: anySequence,
    fresh: anySequence,
    dropped: fc.array(fc.nat(), { maxLength: 12 }),
    moves: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
    places: fc.array(fc.nat(), { maxLength: 12 }),
  })
  .map(({ base, fresh, dropped, moves, places }) => {
    const gone = new Set(dropped.map((at) => at % Math.max(1, base.length)))
    const revised = base.filter((_, index) => !gone.has(index))
    for (const [from, to] of moves) {
      const [moved] = revised.splice(from % Math.max(1, revised.length), 1)
      if (moved !== undefined) revised.splice(to % (revised.length + 1), 0, moved)
    }
    places.forEach((at, index) => {
      const inserted = fresh[index]
      if (inserted !== undefined) revised.splice(at % (revised.length + 1), 0, { ...inserted, id: idNamed(`n${index}`) })
    })
    return { base, revised }
  })
