import { labelsOf, type Clause, type ClauseId, type ClauseText } from '#shared/clauses/index.ts'
import { Comparer, type Comparison } from '#shared/compare/index.ts'
import { liveChanges, LiveMarks } from './live-marks.ts'
import type { LiveAnswer, LiveOrder } from './live-order.ts'

/** How long nobody types before clauses are matched anew, in milliseconds. */
const SETTLES_MS = 600

const answer = (value: LiveAnswer): void => self.postMessage(value, { transfer: [] })

/** One live comparison, for as long as the worker lives. */
function opened({ base, settings, held }: Extract<LiveOrder, { base: unknown }>) {
  const comparer = new Comparer(base.text, { baseHeld: base.held, revisedHeld: held })
  const marks = new LiveMarks()
  const baseTexts = new Map(base.text.clauses.map(({ id, text }) => [id, text]))
  const sides = {
    base: { textOf: (id: ClauseId) => baseTexts.get(id) ?? '', labels: labelsOf(base.text.clauses, base.text.settings, base.held) },
    revised: { textOf: (id: ClauseId) => clauses.get(id)?.text ?? '' },
  }
  const clauses = new Map<ClauseId, Clause>()
  let order: readonly ClauseId[] = []
  let settling: ReturnType<typeof setTimeout> | undefined
  const tell = (comparison: Comparison, round: number): void =>
    answer({ round, ...marks.next(comparison, sides), changes: liveChanges(comparison), isProvisional: comparer.isProvisional })
  return ({ round, touched, order: next }: Extract<LiveOrder, { round: number }>): void => {
    clearTimeout(settling)
    for (const clause of touched) clauses.set(clause.id, clause)
    order = next ?? order
    const revised: ClauseText = { title: '', settings, clauses: order.flatMap((id) => clauses.get(id) ?? []) }
    tell(comparer.update(revised), round)
    if (!comparer.isProvisional) return
    settling = setTimeout(() => {
      guarded(() => {
        const settled = comparer.settle()
        if (settled !== null) tell(settled, round)
      })
    }, SETTLES_MS)
  }
}

function guarded(work: () => void): void {
  try {
    work()
  } catch (fault) {
    answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}

let hear: ReturnType<typeof opened> | null = null

self.addEventListener('message', ({ data }: MessageEvent<LiveOrder>) => {
  guarded(() => {
    if ('base' in data) hear = opened(data)
    else hear?.(data)
  })
})
