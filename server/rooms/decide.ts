/** What a room's next step depends on. Times in milliseconds since the epoch. */
export type RoomFacts = Readonly<{
  now: number
  seats: number
  /** When the last seat was left; null while there are seats. */
  emptySince: number | null
  /** The server is ending: no lingering. */
  closing: boolean
  /** A step (telling or folding) is under way. */
  busy: boolean
  /** Updates handed to the log whose commit has not ended. */
  unstored: number
  /** Stored wording of which nobody has been told. */
  untold: boolean
  toldAt: number
  /** The log beyond its snapshot. */
  logRows: number
  logBytes: number
  /** After a fold that failed: not again before this. */
  foldNotBefore: number
}>

export type NextStep = Readonly<{ do: 'tell' }> | Readonly<{ do: 'fold' }> | Readonly<{ do: 'unload' }> | Readonly<{ do: 'wait'; until: number | null }>

/** When a room acts. */
export const PACE = {
  /** New wording is told at most this often. */
  tellEveryMs: 2_000,
  /** An empty room stays for those who reconnect and for readings over HTTP. */
  lingerMs: 30_000,
  /** A log longer than this is folded while people write: loading 1,000 small updates takes some ten milliseconds. */
  foldRows: 1_000,
  foldBytes: 4 * 1024 * 1024,
  /** A room that unloads folds a log longer than this. */
  foldRowsOnUnload: 50,
  /** After a fold failed, how long until it is tried again. */
  foldRetryMs: 60_000,
} as const

/** What a room does next (RM5, RM6, RM8, RM13); `until` is when to ask again if nothing happens before, null = only then. */
export function nextStep(facts: RoomFacts): NextStep {
  if (facts.busy) return { do: 'wait', until: null } // RM5
  const unloadAt = facts.emptySince === null || facts.seats > 0 ? Infinity : facts.emptySince + (facts.closing ? 0 : PACE.lingerMs)
  const tellAt = facts.untold ? facts.toldAt + PACE.tellEveryMs : Infinity
  const leaving = unloadAt <= facts.now
  if (facts.untold && (tellAt <= facts.now || leaving)) return { do: 'tell' } // RM8
  if (isLong(facts, leaving) && facts.foldNotBefore <= facts.now) return { do: 'fold' } // RM13
  if (leaving) return facts.unstored > 0 ? { do: 'wait', until: null } : { do: 'unload' } // RM6
  const until = Math.min(tellAt, unloadAt)
  return { do: 'wait', until: Number.isFinite(until) ? until : null }
}

const isLong = ({ logRows, logBytes }: RoomFacts, leaving: boolean): boolean =>
  logRows >= (leaving ? PACE.foldRowsOnUnload : PACE.foldRows) || logBytes >= PACE.foldBytes
