import fc from 'fast-check'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { Flags, Joined, Move, Stamp, Stored } from '#shared/document/yjs/roots.ts'
import { idNamed } from '../../support/treaty.ts'

/** The id of the n-th segment in storage order, from 0: rising, so that smaller ids stand earlier. */
export const segmentId = (index: number): ClauseId => idNamed(`s${index}`)

/** A segment that heads a clause, unless `flags` say otherwise. */
export const stored = (index: number, flags: Partial<Flags> = {}): Stored => ({
  id: segmentId(index),
  flags: { kind: 'text', unknownKind: null, depth: 0, number: null, joined: null, from: null, removed: false, ...flags },
})

/** `count` clauses of one segment. */
export const apart = (count: number): readonly Stored[] => Array.from({ length: count }, (_, index) => stored(index))

export const joinedTo = (index: number, stamp: Stamp = [1, 1]): Joined => ({ id: segmentId(index), stamp })

/** A segment that is there, or (9) one nobody has heard of. */
const anySegment = fc.integer({ min: 0, max: 9 }).map(segmentId)
const anyStamp: fc.Arbitrary<Stamp> = fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 3 }))
const anyJoined: fc.Arbitrary<Joined> = fc.oneof(
  fc.constant(null),
  fc.constant('<' as const),
  fc.record({ id: anySegment, stamp: anyStamp }),
)

/** Up to eight segments with flags at will: rings, unknown parents, removed ones. */
export const anyStored: fc.Arbitrary<readonly Stored[]> = fc
  .array(fc.record({ joined: anyJoined, removed: fc.nat(4).map((roll) => roll === 0), from: fc.option(anySegment) }), { maxLength: 8 })
  .map((all) => all.map((flags, index) => stored(index, flags)))

/** A log of moves at will, each with a stamp of its own. */
export const anyMoves: fc.Arbitrary<readonly Move[]> = fc
  .uniqueArray(fc.record({ id: anySegment, after: fc.option(anySegment), stamp: anyStamp, stay: fc.array(anySegment, { maxLength: 2 }) }), {
    maxLength: 8,
    selector: ({ stamp }) => stamp.join(),
  })
