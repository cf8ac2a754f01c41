import { expect, test } from 'vitest'
import { playAll, runSeed } from './script.ts'
import { scriptOf } from './moves.ts'
import { PINNED } from './pinned.ts'

/** Fresh seeds of each run of the tests, always the same ones. */
const FIRST = 10_000
const COUNT = 400
const GROUP = 20

test.each(PINNED)('[DC12] a seed that once failed holds: %i', (seed) => {
  expect(runSeed(seed).fault).toBe(null)
})

test.each(Array.from({ length: COUNT / GROUP }, (_, group) => FIRST + group * GROUP))(
  '[DC7] [DC12] editors show their Y.Docs at every step, all agree, no character is lost or doubled: seeds from %i',
  (first) => {
    const faults = Array.from({ length: GROUP }, (_, at) => runSeed(first + at)).filter(({ fault }) => fault !== null)
    expect(faults).toEqual([])
  },
)

test('a script is data: it survives being printed, and gives the same draft again', () => {
  const script = scriptOf(7)
  expect(playAll(script, [])).toEqual(playAll(script, []))
})
