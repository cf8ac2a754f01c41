import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStep, PACE, type NextStep, type RoomFacts } from '#server/rooms/decide.ts'

const NOW = 1_000_000_000
const times = fc.integer({ min: 0, max: 2 * PACE.lingerMs }).map((ago) => NOW - ago)

const anyFacts: fc.Arbitrary<RoomFacts> = fc
  .record({
    seats: fc.nat({ max: 3 }),
    emptySince: times,
    closing: fc.boolean(),
    busy: fc.boolean(),
    unstored: fc.nat({ max: 3 }),
    untold: fc.boolean(),
    toldAt: times,
    logRows: fc.oneof(fc.nat({ max: 100 }), fc.integer({ min: PACE.foldRows - 2, max: PACE.foldRows + 2 })),
    logBytes: fc.oneof(fc.nat({ max: 100 }), fc.integer({ min: PACE.foldBytes - 2, max: PACE.foldBytes + 2 })),
    foldNotBefore: fc.constantFrom(0, NOW + 1),
  })
  .map((facts) => ({ ...facts, now: NOW, emptySince: facts.seats > 0 ? null : facts.emptySince }))

/** Facts for which `claim` does not hold of the next step, or null. */
function counterexample(claim: (facts: RoomFacts, step: NextStep) => boolean): RoomFacts | null {
  const { counterexample: found } = fc.check(fc.property(anyFacts, (facts) => claim(facts, nextStep(facts))), { numRuns: 2_000 })
  return found === null ? null : found[0]
}

const unloadsInTheEnd = (facts: RoomFacts): boolean => {
  let now = { ...facts, seats: 0, emptySince: facts.emptySince ?? NOW, unstored: 0, busy: false }
  for (let steps = 0; steps < 6; steps++) {
    const step = nextStep(now)
    if (step.do === 'unload') return true
    if (step.do === 'tell') now = { ...now, untold: false, toldAt: now.now }
    if (step.do === 'fold') now = { ...now, logRows: 1, logBytes: 0 }
    if (step.do === 'wait') now = { ...now, now: step.until ?? Infinity }
  }
  return false
}

describe('whatever the facts', () => {
  test('[RM5] while a step is under way there is no other', () => {
    expect(counterexample(({ busy }, step) => !busy || (step.do === 'wait' && step.until === null))).toBeNull()
  })

  test('[RM6] what unloads is empty, stored and told, and has lingered unless the server ends', () => {
    const isDone = ({ seats, unstored, untold, busy }: RoomFacts): boolean => seats === 0 && unstored === 0 && !untold && !busy
    const hasLingered = ({ emptySince, closing }: RoomFacts): boolean => closing || NOW - (emptySince ?? NOW) >= PACE.lingerMs
    expect(counterexample((facts, step) => step.do !== 'unload' || (isDone(facts) && hasLingered(facts)))).toBeNull()
  })

  test('[RM8] nobody is told when there is nothing new, nor twice within the span unless the room is about to go', () => {
    const isDue = ({ toldAt, seats }: RoomFacts): boolean => NOW - toldAt >= PACE.tellEveryMs || seats === 0
    expect(counterexample((facts, step) => step.do !== 'tell' || (facts.untold && isDue(facts)))).toBeNull()
  })

  test('[RM13] what is folded is long, and was not found unfoldable a moment ago', () => {
    const isLong = ({ logRows, logBytes }: RoomFacts): boolean => logRows >= PACE.foldRowsOnUnload || logBytes >= PACE.foldBytes
    expect(counterexample((facts, step) => step.do !== 'fold' || (isLong(facts) && facts.foldNotBefore <= NOW))).toBeNull()
  })

  test('who waits for a time waits for one to come, and then there is something to do', () => {
    const claim = (facts: RoomFacts, step: NextStep): boolean => {
      if (step.do !== 'wait' || step.until === null) return true
      const then = nextStep({ ...facts, now: step.until })
      return step.until > NOW && (then.do !== 'wait' || facts.unstored > 0)
    }
    expect(counterexample(claim)).toBeNull()
  })

  test('an empty room that is left alone unloads in the end, in a few steps', () => {
    expect(counterexample(unloadsInTheEnd)).toBeNull()
  })
})

test('a busy room with a clean log waits for nothing', () => {
  const facts: RoomFacts = {
    now: NOW,
    seats: 2,
    emptySince: null,
    closing: false,
    busy: false,
    unstored: 1,
    untold: false,
    toldAt: 0,
    logRows: 1,
    logBytes: PACE.foldBytes - 1,
    foldNotBefore: 0,
  }
  expect(nextStep(facts)).toEqual({ do: 'wait', until: null })
})
