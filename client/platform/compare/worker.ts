import { compareTexts } from '#shared/compare/index.ts'
import type { CompareAnswer, CompareOrder } from './order.ts'

const answer = (value: CompareAnswer): void => self.postMessage(value, { transfer: [] })

self.addEventListener('message', ({ data }: MessageEvent<CompareOrder>) => {
  const { base, revised, corrections } = data
  try {
    answer({ comparison: compareTexts(base.text, revised.text, { baseHeld: base.held, revisedHeld: revised.held, corrections }) })
  } catch (fault) {
    answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
})
