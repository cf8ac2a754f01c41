import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStep, PACE, type RoomFacts } from '#server/rooms/decide.ts'

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

const check = (claim: (facts: RoomFacts, step: ReturnType<typeof nextStep>) => void): void =>
  fc.assert(fc.property(anyFacts, (facts) => claim(facts, nextStep(facts))), { numRuns: 2_000 })

describe('whatever the facts', () => {
  test('[RM5] while a step is under way there is no other', () =>
    check((facts, step) => {
      if (facts.busy) expect(step).toEqual({ do: 'wait', until: null })
    }))

  test('[RM6] what unloads is empty, stored and told, and has lingered unless the server ends', () =>
    check((facts, step) => {
      if (step.do !== 'unload') return
      expect([facts.seats, facts.unstored, facts.untold, facts.busy]).toEqual([0, 0, false, false])
      expect(facts.closing || NOW - (facts.emptySince ?? NOW) >= PACE.lingerMs).toBe(true)
    }))

  test('[RM8] nobody is told when there is nothing new, nor twice within the span unless the room is about to go', () =>
    check((facts, step) => {
      if (step.do !== 'tell') return
      expect(facts.untold).toBe(true)
      expect(NOW - facts.toldAt >= PACE.tellEveryMs || facts.seats === 0).toBe(true)
    }))

  test('[RM13] what is folded is long, and was not found unfoldable a moment ago', () =>
    check((facts, step) => {
      if (step.do !== 'fold') return
      expect(facts.logRows >= PACE.foldRowsOnUnload || facts.logBytes >= PACE.foldBytes).toBe(true)
      expect(facts.foldNotBefore).toBeLessThanOrEqual(NOW)
    }))

  test('who waits for a time waits for one to come, and then there is something to do', () =>
    check((facts, step) => {
      if (step.do !== 'wait' || step.until === null) return
      expect(step.until).toBeGreaterThan(NOW)
      const then = nextStep({ ...facts, now: step.until })
      expect(then.do !== 'wait' || facts.unstored > 0).toBe(true)
    }))

  test('an empty room that is left alone unloads in the end, in a few steps', () =>
    check((facts) => {
      let now = { ...facts, seats: 0, emptySince: facts.emptySince ?? NOW, unstored: 0, busy: false }
      for (let steps = 0; steps < 6; steps++) {
        const step = nextStep(now)
        if (step.do === 'unload') return
        if (step.do === 'tell') now = { ...now, untold: false, toldAt: now.now }
        if (step.do === 'fold') now = { ...now, logRows: 1, logBytes: 0 }
        if (step.do === 'wait') now = { ...now, now: step.until ?? Infinity }
      }
      expect.fail('It never unloads')
    }))
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
