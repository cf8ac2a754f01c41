import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statedParents } from '#shared/document/model/layout.ts'
import { indexIn, replayMoves, replayOf } from '#shared/document/model/replay.ts'
import type { Move, Stored } from '#shared/document/yjs/roots.ts'
import { anyMoves, anyStored, apart, segmentId, stored } from '../stored.ts'

const orderOf = (all: readonly Stored[], moves: readonly Move[]) => [...replayMoves({ stored: all, stated: statedParents(all), indexOf: indexIn(all) }, moves)]
/** Moves the `what`-th segment behind the `after`-th (null: to the front), as the `clock`-th act. */
const move = (what: number, after: number | null, { clock = 1, stay = [] }: Readonly<{ clock?: number; stay?: readonly number[] }> = {}): Move => ({
  id: segmentId(what),
  after: after === null ? null : segmentId(after),
  stamp: [clock, 1],
  stay: stay.map(segmentId),
})

test('whatever the log says, every segment has one place', () => {
  fc.assert(
    fc.property(anyStored, anyMoves, (all, moves) => {
      expect(orderOf(all, moves).sort((a, b) => a - b)).toEqual(all.map((_, index) => index))
    }),
  )
})

test('the order follows from the stamps, not from how the log arrived', () => {
  fc.assert(
    fc.property(
      anyStored,
      anyMoves.chain((moves) => fc.tuple(fc.constant(moves), fc.shuffledSubarray([...moves], { minLength: moves.length }))),
      (all, [moves, shuffled]) => {
        expect(orderOf(all, shuffled)).toEqual(orderOf(all, moves))
      },
    ),
  )
})

test('a move puts its segment directly behind its target, or in front, and leaves the order of the others', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.option(fc.nat(5)), (what, after) => {
      const order = orderOf(apart(6), [move(what, after)])
      expect(order[order.indexOf(what) - 1] ?? null).toBe(what !== after ? after : what === 0 ? null : what - 1)
      expect(order.filter((index) => index !== what)).toEqual([0, 1, 2, 3, 4, 5].filter((index) => index !== what))
    }),
  )
})

test('of two moves of one segment the later stamp counts', () => {
  expect(orderOf(apart(4), [move(0, 3, { clock: 2 }), move(0, 1, { clock: 1 })])).toEqual([1, 2, 3, 0])
  const [early, late] = [move(0, 1), { ...move(0, 3), stamp: [1, 2] as const }]
  expect(orderOf(apart(4), [late, early])).toEqual([1, 2, 3, 0])
})

test('a move of or behind an unknown segment is passed over', () => {
  expect(orderOf(apart(3), [move(8, 0), move(0, 8)])).toEqual([0, 1, 2])
})

test('what continues a segment goes with it, and so does what was split from it', () => {
  expect(orderOf([stored(0), stored(1, { joined: '<' }), stored(2, { from: segmentId(0) }), stored(3)], [move(0, 3)])).toEqual([3, 0, 1, 2])
})

test('nothing moves behind itself', () => {
  expect(orderOf([stored(0), stored(1, { joined: '<' }), stored(2)], [move(0, 1)])).toEqual([0, 1, 2])
})

test('what its mover saw as another clause stays, with what is behind it', () => {
  const all = [stored(0), stored(1, { from: segmentId(0) }), stored(2, { from: segmentId(1) }), stored(3)]
  expect(orderOf(all, [move(0, 3, { stay: [1] })])).toEqual([1, 2, 3, 0])
  expect(orderOf(all, [move(0, 3, { stay: [2] })])).toEqual([2, 3, 0, 1])
})

test('what was split off and then moved by itself has its own place', () => {
  const all = [stored(0), stored(1, { from: segmentId(0) }), stored(2)]
  expect(orderOf(all, [move(1, 0), move(0, 2, { clock: 2 })])).toEqual([1, 2, 0])
})

test('the group of a segment stops at the first that stays', () => {
  const all = [stored(0), stored(1, { joined: '<' }), stored(2, { joined: '<' }), stored(3)]
  const replay = replayOf({ stored: all, stated: statedParents(all), indexOf: indexIn(all) }, [])
  expect(replay.group(0, () => false)).toEqual([0, 1, 2])
  expect(replay.group(0, (index) => index === 2)).toEqual([0, 1])
  expect(replay.group(3, () => false)).toEqual([3])
})
