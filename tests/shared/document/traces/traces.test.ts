import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replayConcurrent, replaySequential } from './replay.ts'
import { concurrentTrace, recorded, sequentialTrace, type Patch, type SequentialTrace } from './trace.ts'

/**
 * The longest trace has 260,000 patches; so many of its first are typed here, and all of them by `npm run traces`. What they
 * must give is what they give when they are cut into a string.
 */
const FIRST = 50_000

/** What `patches` make of an empty text. */
const cutAndPasted = (patches: readonly Patch[]): string => patches.reduce((text, { at, removed, added }) => text.slice(0, at) + added + text.slice(at + removed), '')

const firstOf = ({ patches }: SequentialTrace, count: number): SequentialTrace => {
  const first = patches.slice(0, count)
  return { patches: first, endContent: cutAndPasted(first) }
}

const own = concurrentTrace(JSON.parse(readFileSync(new URL('own.json', import.meta.url), 'utf8')))

test('[DC7] [DC12] three people draft at the same time, in three scripts, splitting, joining and deleting lines', () => {
  const { texts } = replayConcurrent(own)
  expect([...texts]).toEqual([own.endContent])
})

test('[DC7] a text that is typed key by key, deleted and pasted again is that text, and a follower reads the same', () => {
  const { endContent } = own
  const typed = Array.from(endContent, (added, at): Patch => ({ at, removed: 0, added }))
  const again: Patch[] = [{ at: 0, removed: endContent.length, added: '' }, { at: 0, removed: 0, added: endContent }, { at: 0, removed: endContent.length, added: endContent }]
  expect([...replaySequential({ endContent, patches: [...typed, ...again] }, 7).texts]).toEqual([endContent])
})

const flat = recorded('trace-sequential-friendsforever_flat')
test.skipIf(flat === null)('[DC7] 26,000 keys of two people, set in a row, give the recorded text', { timeout: 300_000 }, () => {
  const trace = sequentialTrace(flat)
  expect([...replaySequential(trace, 10).texts]).toEqual([trace.endContent])
})

const paper = recorded('trace-sequential-automerge-paper')
test.skipIf(paper === null)(`[DC7] the first ${FIRST} keys of a paper give what they give in a string`, { timeout: 300_000 }, () => {
  const trace = firstOf(sequentialTrace(paper), FIRST)
  expect([...replaySequential(trace, 100).texts]).toEqual([trace.endContent])
})

const concurrent = recorded('trace-concurrent-friendsforever')
test.skipIf(concurrent === null)('[DC7] [DC12] two people who type at the same time for an hour end with the recorded text, both of them', { timeout: 300_000 }, () => {
  const trace = concurrentTrace(concurrent)
  expect([...replayConcurrent(trace).texts]).toEqual([trace.endContent])
})
