/** At most `max` attempts within `windowMs` of the first. */
export type AttemptLimit = Readonly<{ max: number; windowMs: number }>

export type Attempts = Readonly<{
  /** Counts an attempt under `key`; false, counting nothing, when there were too many. */
  take(key: string): boolean
  /** Forgets one attempt under `key`, because it turned out well. */
  giveBack(key: string): void
}>

/** Keys remembered at most; beyond it the oldest windows are forgotten, so that a flood of keys cannot fill the memory. */
const MAX_KEYS = 50_000

type Window = { since: number; count: number }

/** Counts attempts by key in fixed windows, in memory: a restart forgets them. */
export function openAttempts(limit: AttemptLimit, now: () => number): Attempts {
  const windows = new Map<string, Window>()
  const current = (key: string): Window | null => {
    const window = windows.get(key)
    if (window === undefined) return null
    if (now() - window.since < limit.windowMs) return window
    windows.delete(key)
    return null
  }
  return {
    take(key) {
      const window = current(key)
      if (window === null) {
        if (windows.size >= MAX_KEYS) forgetOldest(windows)
        windows.set(key, { since: now(), count: 1 })
        return limit.max > 0
      }
      if (window.count >= limit.max) return false
      window.count++
      return true
    },
    giveBack(key) {
      const window = current(key)
      if (window === null) return
      window.count--
      if (window.count <= 0) windows.delete(key)
    },
  }
}

function forgetOldest(windows: Map<string, Window>): void {
  const [oldest] = windows.keys() // a Map keeps the order of insertion
  if (oldest !== undefined) windows.delete(oldest)
}
