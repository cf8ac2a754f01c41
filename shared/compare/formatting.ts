import type { Clause, SpanMark } from '#shared/clauses/index.ts'
import type { RedlineRun } from './types.ts'

const MARKS: readonly SpanMark[] = ['em', 'strong']

/** Whether words that both sides have are emphasised otherwise; `runs` is the redline from `base` to `revised` (RL10). */
export function formattingDiffers(base: Clause, revised: Clause, runs: readonly RedlineRun[]): boolean {
  if (base.spans.length === 0 && revised.spans.length === 0) return false
  return MARKS.some((mark) => {
    const [was, is] = [markedAt(base, mark), markedAt(revised, mark)]
    let [i, j] = [0, 0]
    for (const { kind, text } of runs) {
      if (kind === 'keep') for (let k = 0; k < text.length; k++) if (was.has(i + k) !== is.has(j + k)) return true
      if (kind !== 'insert') i += text.length
      if (kind !== 'strike') j += text.length
    }
    return false
  })
}

/** The places of `clause.text`, in code units, that bear `mark`. */
function markedAt({ spans, text }: Clause, mark: SpanMark): ReadonlySet<number> {
  const places = new Set<number>()
  for (const span of spans)
    if (span.mark === mark) for (let at = span.from; at < Math.min(span.to, text.length); at++) places.add(at)
  return places
}
