import { Refused } from '#shared/kernel/index.ts'
import type { DraftAppend } from '#server/storage/port.ts'
import type { After } from './ports.ts'

/** Who hands updates to the log: told once a group, of as many of its oldest updates as that group held. */
export type Party = Readonly<{ stored(count: number): void; failed(refusal: Refused): void }>

export type GroupCommit = Readonly<{
  add(entry: DraftAppend, party: Party): void
  /** Commits what is waiting without waiting for a pause to end; resolves when nothing is waiting or under way. */
  flush(): Promise<void>
}>

type Waiting = Readonly<{ entry: DraftAppend; party: Party }>

export type GroupCommitOptions = Readonly<{
  append(group: readonly DraftAppend[]): Promise<void>
  after: After
  /** Milliseconds, from any fixed point; never goes back. */
  now(): number
  longestPauseMs: number
}>

/**
 * The pause after a commit, in times of what it took to tell of it: each telling goes to every seat, however much is told. So
 * at most a third of the server's time goes into sending. The flush does not count: what comes during it waits for it anyway.
 */
const PAUSES = 2

/**
 * Appends updates of all rooms in groups, a commit each. What comes while nothing has just been stored is stored at the end of
 * its turn of the event loop, with whatever else came in that turn; what comes during a commit or in the pause after it goes
 * together with the next. So groups are as large as the load makes them (RM14).
 */
export function openGroupCommit({ append, after, now, longestPauseMs }: GroupCommitOptions): GroupCommit {
  let pauseEnds = now()
  let tellingMs = 0
  let waiting: Waiting[] = []
  let cancelStart: (() => void) | null = null
  let running: Promise<void> | null = null

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const parties = new Set(group.map(({ party }) => party))
    try {
      await append(group.map(({ entry }) => entry))
      const began = now()
      for (const party of parties) party.stored(countOf(group, party))
      tellingMs += now() - began
    } catch (error) {
      const [only] = parties
      if (only !== undefined && parties.size === 1) {
        // What this party added since stands on what has just been lost.
        waiting = waiting.filter(({ party }) => party !== only)
        only.failed(error instanceof Refused ? error : new Refused('storage-failed', String(error)))
        return
      }
      for (const party of parties) await settle(group.filter((each) => each.party === party)) // one bad room fails alone
    }
  }

  const start = (): void => {
    if (cancelStart === null && running === null) cancelStart = after(Math.max(0, pauseEnds - now()), commit)
  }

  const commit = (): void => {
    cancelStart?.()
    cancelStart = null
    if (running !== null || waiting.length === 0) return
    const group = waiting
    waiting = []
    tellingMs = 0
    running = settle(group).finally(() => {
      running = null
      pauseEnds = now() + Math.min(PAUSES * tellingMs, longestPauseMs)
      if (waiting.length > 0) start()
    })
  }

  const isBusy = (): boolean => running !== null || waiting.length > 0

  return {
    add(entry, party) {
      waiting.push({ entry, party })
      start()
    },
    async flush() {
      while (isBusy()) {
        commit()
        await running
      }
    },
  }
}

const countOf = (group: readonly Waiting[], of: Party): number => group.filter(({ party }) => party === of).length
