/**
 * Long work cut into steps: it stops at every `yield`, where whoever drives it may do something else, and says there how
 * much is done (from 0 to 1, or `Said`). What a step costs is bounded by the work in it, never by a clock.
 */
export type Steps<Result, Said = number> = Generator<Said, Result, undefined>

/** Does the whole work at once. */
export function finish<Result>(steps: Steps<Result, unknown>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** Tells when it is time for the next step: whenever so much work was done since the last one. */
export class Pace {
  readonly #most: number
  #done = 0

  constructor(most: number) {
    this.#most = most
  }

  isDue(work: number): boolean {
    this.#done += work
    if (this.#done < this.#most) return false
    this.#done = 0
    return true
  }
}

/** The same work as a part of a greater one, from `from` to `to` of that. */
export function* part<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  let step = steps.next()
  while (step.done !== true) {
    yield from + (to - from) * step.value
    step = steps.next()
  }
  return step.value
}
