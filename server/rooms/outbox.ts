import type { Refused } from '#shared/kernel/index.ts'

type Waiting = Readonly<{ position: number; run(): void; drop(refusal: Refused): void }>

/**
 * What must not leave a room before the log holds all that it shows (RM1). Updates are counted as they are handed to the
 * log; each thing put in waits for those counted by then, and things leave in the order in which they were put in.
 */
export class Outbox {
  #handed = 0
  #held = 0
  #waiting: Waiting[] = []
  #broken: Refused | null = null

  /** One more update is on its way to the log. */
  hand(): void {
    this.#handed++
  }

  /** Runs `run` when every update handed in so far is held; at once when it is already. Dropped when the log refuses one. */
  put(run: () => void): void {
    this.#add({ position: this.#handed, run, drop: () => undefined })
  }

  /** Resolves when every update handed in so far is held; rejects with the log's refusal. */
  settled(): Promise<void> {
    return new Promise((run, drop) => {
      this.#add({ position: this.#handed, run, drop })
    })
  }

  /** The log holds `count` more updates. */
  hold(count: number): void {
    this.#held += count
    const ready = this.#waiting.findIndex(({ position }) => position > this.#held)
    for (const { run } of this.#waiting.splice(0, ready === -1 ? this.#waiting.length : ready)) run()
  }

  /** Nothing leaves any more. */
  break(refusal: Refused): void {
    this.#broken = refusal
    for (const { drop } of this.#waiting.splice(0)) drop(refusal)
  }

  #add(item: Waiting): void {
    if (this.#broken !== null) item.drop(this.#broken)
    else if (item.position <= this.#held) item.run()
    else this.#waiting.push(item)
  }
}
