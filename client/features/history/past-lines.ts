import type { ContentView, PastView } from '#shared/api/index.ts'
import { labelsOf, parseHeld, type Clause, type ClauseId } from '#shared/clauses/index.ts'

export type Run = PastView['changed'][number]['runs'][number]
/** A clause of the page as it stood. `what` null: the moment left it alone; `runs` null: its words are as they stand. */
export type PastLine = Readonly<{
  clause: Clause
  label: string
  what: PastView['changed'][number]['what'] | 'removed' | null
  runs: readonly Run[] | null
}>

/** The page as it stood, with what the moment took away in its old place. */
export function linesOfPast({ text, held, changed, gone }: PastView): readonly PastLine[] {
  const labels = labelsOf(text.clauses, text.settings, parseHeld(held))
  const changes = new Map(changed.map((change) => [change.id, change]))
  const struck = (after: ClauseId | null): PastLine[] =>
    gone.filter((each) => each.after === after).map(({ clause }) => ({ clause, label: '', what: 'removed', runs: [{ kind: 'strike', text: clause.text }] }))
  const lines = text.clauses.flatMap((clause): PastLine[] => {
    const change = changes.get(clause.id)
    const runs = change === undefined || change.what === 'moved' || change.what === 'relabelled' ? null : change.runs
    return [{ clause, label: labels.get(clause.id)?.text ?? '', what: change?.what ?? null, runs }, ...struck(clause.id)]
  })
  return [...struck(null), ...lines]
}

/** A version as it was issued, with the numbers held then; nothing is marked in it. */
export function linesOfVersion({ text, held }: ContentView): readonly PastLine[] {
  const labels = labelsOf(text.clauses, text.settings, parseHeld(held))
  return text.clauses.map((clause) => ({ clause, label: labels.get(clause.id)?.text ?? '', what: null, runs: null }))
}
