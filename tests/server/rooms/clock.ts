import type { After } from '#server/rooms/index.ts'

/** Time that stands still until a test moves it. */
export class Clock {
  #now = Date.UTC(2026, 2, 2, 10)
  #due: { at: number; run: () => void }[] = []

  readonly now = (): number => this.#now

  readonly after: After = (ms, run) => {
    const entry = { at: this.#now + ms, run }
    this.#due.push(entry)
    return () => {
      this.#due = this.#due.filter((other) => other !== entry)
    }
  }

  /** Lets `ms` pass, running what falls due, in order. */
  pass(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#due = this.#due.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }
}

/** Lets everything already set in motion come to rest; no time passes on any `Clock`. */
export async function rest(): Promise<void> {
  for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve))
}
