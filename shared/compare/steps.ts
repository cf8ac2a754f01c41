/**
 * Long work cut into steps: it stops at every `yield`, where whoever drives it may do something else, and says there how
 * much is done (0 to 1). What a step costs is bounded by the work in it, never by a clock.
 */
export type Steps<Result> = Generator<number, Result, undefined>

/** Does the whole work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
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
