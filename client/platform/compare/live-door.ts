import type { Clause, ClauseId, HeldNumbers, LabelSettings } from '#shared/clauses/index.ts'
import type { LiveAnswer, LiveOrder } from './live-order.ts'
import type { ComparedText } from './order.ts'

export type LiveFound = Exclude<LiveAnswer, { fault: string }>

export type LiveComparisonOptions = Readonly<{
  base: ComparedText
  /** How the live text is labelled. */
  settings: LabelSettings
  held: HeldNumbers | null
  onFound: (found: LiveFound) => void
  /** Called once, with the words of the fault; nothing is found after it. */
  onFault: (fault: Error) => void
}>

/**
 * A live text's running comparison with one base, in a worker that lives until `close`. `send` tells it what the text is
 * now: only what was touched since goes over, and while one answer is awaited only the last text is kept.
 */
export type LiveComparison = Readonly<{ send: (clauses: readonly Clause[]) => void; close: () => void }>

export function openLiveComparison({ base, settings, held, onFound, onFault }: LiveComparisonOptions): LiveComparison {
  const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module', name: 'live-redline' })
  const tell = (order: LiveOrder): void => worker.postMessage(order, [])
  let sent: readonly Clause[] = []
  const known = new Map<ClauseId, Clause>()
  let waiting: readonly Clause[] | null = null
  let [round, answered] = [0, 0]
  const send = (clauses: readonly Clause[]): void => {
    const touched = clauses.filter((clause) => known.get(clause.id) !== clause)
    const isSameOrder = clauses.length === sent.length && clauses.every(({ id }, i) => id === sent[i]?.id)
    if (touched.length === 0 && isSameOrder) return
    for (const clause of touched) known.set(clause.id, clause)
    sent = clauses
    round++
    tell({ round, touched, order: isSameOrder ? null : clauses.map(({ id }) => id) })
  }
  const fail = (fault: Error): void => {
    worker.terminate()
    onFault(fault)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<LiveAnswer>) => {
    if ('fault' in data) return fail(new Error(data.fault))
    answered = Math.max(answered, data.round)
    onFound(data)
    if (waiting === null || answered < round) return undefined
    const next = waiting
    waiting = null
    send(next)
    return undefined
  })
  worker.addEventListener('error', ({ message }) => fail(new Error(message === '' ? 'The comparison could not be started' : message)))
  tell({ base, settings, held })
  return {
    send: (clauses) => {
      if (answered < round) waiting = clauses
      else send(clauses)
    },
    close: () => worker.terminate(),
  }
}
