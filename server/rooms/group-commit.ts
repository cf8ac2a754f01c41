import { Refused } from '#shared/kernel/index.ts'
import type { DraftAppend } from '#server/storage/port.ts'
import type { After } from './ports.ts'

/** Who hands updates to the log: told once a group, of as many of its oldest updates as that group held. */
export type Party = Readonly<{ stored(count: number): void; failed(refusal: Refused): void }>

export type GroupCommit = Readonly<{
  add(entry: DraftAppend, party: Party): void
  /** Commits what is waiting without waiting for the window; resolves when nothing is waiting or under way. */
  flush(): Promise<void>
}>

type Waiting = Readonly<{ entry: DraftAppend; party: Party }>

export type GroupCommitOptions = Readonly<{
  append(group: readonly DraftAppend[]): Promise<void>
  after: After
  /** Milliseconds, from any fixed point. */
  now(): number
  windowMs: number
}>

/** After so many windows without a commit nobody else is likely to write within the next. */
const QUIET_WINDOWS = 5

/**
 * Gathers updates of all rooms for `windowMs` from the first, then appends them in one commit; what comes while a commit
 * runs goes with the next, at once when its window has passed by then (RM14). What comes after a quiet spell does not wait
 * for company: somebody who writes alone is stored at once.
 */
export function openGroupCommit({ append, after, now, windowMs }: GroupCommitOptions): GroupCommit {
  let quietFrom = now() + QUIET_WINDOWS * windowMs
  let waiting: Waiting[] = []
  let cancelWindow: (() => void) | null = null
  let running: Promise<void> | null = null

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const parties = new Set(group.map(({ party }) => party))
    try {
      await append(group.map(({ entry }) => entry))
      for (const party of parties) party.stored(countOf(group, party))
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

  const commit = (): void => {
    cancelWindow?.()
    cancelWindow = null
    if (running !== null || waiting.length === 0) return
    const group = waiting
    waiting = []
    running = settle(group).finally(() => {
      running = null
      quietFrom = now() + QUIET_WINDOWS * windowMs
      // Whatever came during the commit has waited for it: a window that is still open is left to close.
      if (cancelWindow === null) commit()
    })
  }

  const isBusy = (): boolean => running !== null || waiting.length > 0

  return {
    add(entry, party) {
      waiting.push({ entry, party })
      if (cancelWindow === null && waiting.length === 1) cancelWindow = after(now() >= quietFrom ? 0 : windowMs, commit)
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
