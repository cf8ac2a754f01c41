import type { Steps } from './steps.ts'

/** What a comparison is at, in this order. */
export const STAGES = ['reading', 'aligning', 'redlining', 'classifying', 'summing-up'] as const
export type Stage = (typeof STAGES)[number]

/** How far a comparison is: `share` of the whole, from 0 to 1; it never falls. */
export type Progress = Readonly<{ stage: Stage; share: number }>

/** From where to where each stage goes in the whole, by what the stages take of a large pair of texts. */
const SPANS: Readonly<Record<Stage, readonly [from: number, to: number]>> = {
  reading: [0, 0.1],
  aligning: [0.1, 0.5],
  redlining: [0.5, 0.65],
  classifying: [0.65, 0.95],
  'summing-up': [0.95, 1],
}

/** `done`, from 0 to 1, of a stage. */
export function progressOf(stage: Stage, done: number): Progress {
  const [from, to] = SPANS[stage]
  return { stage, share: from + (to - from) * done }
}

/** The work of one stage, saying how far the whole is. */
export function* stage<Result>(name: Stage, steps: Steps<Result>): Steps<Result, Progress> {
  let step = steps.next()
  while (step.done !== true) {
    yield progressOf(name, step.value)
    step = steps.next()
  }
  return step.value
}
