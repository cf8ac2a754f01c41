import { percentile } from '../report.ts'

/** Milliseconds from writing to hearing over all probes; the share of deliveries that came; milliseconds to `stored` where it is said. */
export type Tally = Readonly<{ p50: number; p99: number; share: number; storedP50: number | null; storedP99: number | null }>

/** When each character was written, by the Yjs client that wrote it and its clock, and how long after it was heard. */
export class Ledger {
  readonly #hearersEach: number
  readonly #writtenAt = new Map<number, Readonly<{ first: number; times: number[] }>>()
  #written = 0
  #heardMs: number[] = []
  #storedMs: number[] = []

  /** `hearersEach`: how many probes hear each character, on average. */
  constructor(hearersEach: number) {
    this.#hearersEach = hearersEach
  }

  /** `client` writes its character `clock` now. Clocks come one by one. */
  wrote(client: number, clock: number): void {
    const known = this.#writtenAt.get(client)
    if (known === undefined) this.#writtenAt.set(client, { first: clock, times: [performance.now()] })
    else known.times.push(performance.now())
    this.#written++
  }

  /** A probe hears `client`'s characters from `from` up to but not including `to` now. */
  heard(client: number, from: number, to: number): void {
    const known = this.#writtenAt.get(client)
    if (known === undefined) return
    const now = performance.now()
    for (let clock = Math.max(from, known.first); clock < to; clock++) {
      const at = known.times[clock - known.first]
      if (at !== undefined) this.#heardMs.push(now - at)
    }
  }

  stored(afterMs: number): void {
    this.#storedMs.push(afterMs)
  }

  /** What is written and heard so far does not count. */
  forget(): void {
    this.#written = 0
    this.#heardMs = []
    this.#storedMs = []
  }

  /** Waits until all that is due has come, or nothing more has for `patienceMs`. */
  async settles(patienceMs: number): Promise<void> {
    let last = this.#heardMs.length
    let movedAt = performance.now()
    while (last < this.#due() && performance.now() - movedAt < patienceMs) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (this.#heardMs.length !== last) movedAt = performance.now()
      last = this.#heardMs.length
    }
  }

  /** What never came counts as late without end. */
  tally(): Tally {
    const missing = Math.max(0, this.#due() - this.#heardMs.length)
    const all = [...this.#heardMs, ...Array.from({ length: missing }, () => Infinity)]
    const [said] = this.#storedMs
    return {
      p50: percentile(all, 0.5),
      p99: percentile(all, 0.99),
      share: this.#heardMs.length / this.#due(),
      storedP50: said === undefined ? null : percentile(this.#storedMs, 0.5),
      storedP99: said === undefined ? null : percentile(this.#storedMs, 0.99),
    }
  }

  #due(): number {
    return Math.round(this.#written * this.#hearersEach)
  }
}
