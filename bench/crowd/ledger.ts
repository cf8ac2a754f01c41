import { z } from 'zod'

/** Milliseconds from writing to hearing over all probes, how many such deliveries were due, and milliseconds to `stored` where it is said. */
export type Tally = z.infer<typeof tallyField>
export const tallyField = z.object({ heardMs: z.array(z.number()), due: z.number(), storedMs: z.array(z.number()) })

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

  tally(): Tally {
    return { heardMs: this.#heardMs.map(toHundredths), due: this.#due(), storedMs: this.#storedMs.map(toHundredths) }
  }

  #due(): number {
    return Math.round(this.#written * this.#hearersEach)
  }
}

const toHundredths = (ms: number): number => Math.round(ms * 100) / 100
