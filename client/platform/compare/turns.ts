/** Milliseconds after which a turn ends with the step that it is at. */
export const TURN_MS = 16

export type Turns<Said> = Readonly<{
  /** What the last step of each turn said. */
  say: (said: Said) => void
  /** Waits until the others had theirs. */
  pause: () => Promise<void>
  now: () => number
}>

/** Does work that comes in steps, a turn at a time, so that what else waits is never held up for longer than a turn and a step. */
export async function inTurns<Result, Said>(steps: Generator<Said, Result, undefined>, { say, pause, now }: Turns<Said>): Promise<Result> {
  let began = now()
  let step = steps.next()
  while (step.done !== true) {
    if (now() - began >= TURN_MS) {
      say(step.value)
      await pause()
      began = now()
    }
    step = steps.next()
  }
  return step.value
}
