import type { Locator } from 'playwright-core'

/** Counts what a person presses, and for how long they are at it, from the first moment on. */
export type ClickCounter = Readonly<{ click: (target: Locator) => Promise<void>; clicks: () => number; seconds: () => number }>

/** How long a person takes to find and press something that they see for the first time. */
const SECONDS_A_CLICK = 8

/** A counter that starts now. The time is the machine's own plus a person's for every click. */
export function clickCounter(): ClickCounter {
  const startedAt = performance.now()
  let clicks = 0
  return {
    click: async (target) => {
      await target.click()
      clicks++
    },
    clicks: () => clicks,
    seconds: () => (performance.now() - startedAt) / 1000 + clicks * SECONDS_A_CLICK,
  }
}
