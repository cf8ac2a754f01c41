import { expect, test } from 'vitest'
import { openGroupCommit, type GroupCommit, type Party } from '#server/rooms/group-commit.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { DraftAppend } from '#server/storage/port.ts'
import { Clock, rest } from './clock.ts'

type Told = [party: string, what: number | string]

function desk(): {
  commit: GroupCommit
  clock: Clock
  groups: string[][]
  told: Told[]
  held: (() => void)[]
  refuse: (entry: string) => boolean
  /** What telling a party takes. */
  tellingMs: number
  add: (party: Party, entry: string) => void
  party: (name: string) => Party
} {
  const clock = new Clock()
  const groups: string[][] = []
  const told: Told[] = []
  const held: (() => void)[] = []
  const self = { refuse: (_entry: string): boolean => false, tellingMs: 0 }
  const append = async (group: readonly DraftAppend[]): Promise<void> => {
    groups.push(group.map(({ at }) => at))
    await new Promise<void>((resolve) => held.push(resolve))
    if (group.some(({ at }) => self.refuse(at))) throw new Refused('storage-failed', 'refused')
  }
  const commit = openGroupCommit({ append, after: clock.after, now: clock.now, longestPauseMs: 10 })
  return Object.assign(self, {
    commit,
    clock,
    groups,
    told,
    held,
    add: (party: Party, at: string) => commit.add({ textId: 't', update: new Uint8Array(), memberId: 'm', name: 'M', delegation: 'D', at, newClients: [] }, party),
    party: (name: string): Party => ({
      stored: (count) => {
        told.push([name, count])
        clock.pass(self.tellingMs)
      },
      failed: ({ id }) => told.push([name, id]),
    }),
  })
}

test('[RM14] updates of all rooms in one turn go in one commit, and each room hears of its own', async () => {
  const { add, party, clock, groups, told, held } = desk()
  const [a, b] = [party('a'), party('b')]
  add(a, '1')
  add(b, '2')
  add(a, '3')
  expect(groups).toEqual([])
  clock.pass(0)
  expect(groups).toEqual([['1', '2', '3']])
  held[0]?.()
  await rest()
  expect(told).toEqual([['a', 2], ['b', 1]])
})

test('[RM14] what comes during a commit or in the pause after it goes together with the next', async () => {
  const self = desk()
  const { add, party, clock, groups, held } = self
  const a = party('a')
  self.tellingMs = 3
  add(a, '1')
  clock.pass(0)
  add(a, '2')
  clock.pass(50)
  expect(groups).toEqual([['1']])
  held[0]?.()
  await rest()
  clock.pass(5)
  add(a, '3')
  expect(groups).toEqual([['1']])
  clock.pass(1) // twice what telling took
  expect(groups).toEqual([['1'], ['2', '3']])
})

test('[RM14] the pause is bounded, and there is none after a commit that was slow to store but quick to tell', async () => {
  const self = desk()
  const { add, party, clock, groups, held } = self
  const a = party('a')
  add(a, '1')
  clock.pass(400)
  self.tellingMs = 300
  held[0]?.()
  await rest()
  self.tellingMs = 0
  add(a, '2')
  clock.pass(9)
  expect(groups).toEqual([['1']])
  clock.pass(1)
  expect(groups).toEqual([['1'], ['2']])
  clock.pass(400)
  held[1]?.()
  await rest()
  add(a, '3')
  clock.pass(0)
  expect(groups).toEqual([['1'], ['2'], ['3']])
})

test('[RM14] [RM3] one bad update fails its room alone, with what that room added since', async () => {
  const self = desk()
  const { add, party, clock, groups, told, held } = self
  const [a, b] = [party('a'), party('b')]
  self.refuse = (entry) => entry === 'bad'
  add(a, 'good')
  add(b, 'bad')
  clock.pass(10)
  add(b, 'on it')
  add(a, 'more')
  held[0]?.()
  await rest()
  held[1]?.()
  await rest()
  held[2]?.()
  await rest()
  expect(told).toEqual([['a', 1], ['b', 'storage-failed']])
  clock.pass(10)
  expect(groups).toEqual([['good', 'bad'], ['good'], ['bad'], ['more']])
})

test('[RM14] who writes once the pause is over waits for nobody', async () => {
  const self = desk()
  const { add, party, clock, groups, held } = self
  const a = party('a')
  self.tellingMs = 3
  add(a, '1')
  clock.pass(0)
  held[0]?.()
  await rest()
  clock.pass(6)
  add(a, '2')
  clock.pass(0)
  expect(groups).toEqual([['1'], ['2']])
})

test('a flush waits for no pause', async () => {
  const { add, party, commit, groups, told, held } = desk()
  add(party('a'), '1')
  const flushed = commit.flush()
  expect(groups).toEqual([['1']])
  held[0]?.()
  await flushed
  expect(told).toEqual([['a', 1]])
  await commit.flush()
})
