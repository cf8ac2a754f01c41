import { compareSteps } from '#shared/compare/index.ts'
import type { CompareAnswer, CompareOrder } from './order.ts'
import { inTurns } from './turns.ts'

const answer = (value: CompareAnswer): void => self.postMessage(value, { transfer: [] })

/** By a message to itself: a timer of 0 waits for 4 ms once it is nested. */
const { port1: here, port2: there } = new MessageChannel()
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    here.addEventListener('message', () => resolve(), { once: true })
    here.start()
    there.postMessage(null, [])
  })

self.addEventListener('message', ({ data: { base, revised, corrections } }: MessageEvent<CompareOrder>) => {
  const steps = compareSteps(base.text, revised.text, { baseHeld: base.held, revisedHeld: revised.held, corrections })
  inTurns(steps, { say: (progress) => answer({ progress }), pause, now: () => performance.now() }).then(
    (comparison) => answer({ comparison }),
    (fault: unknown) => answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  )
})
