import { citationsOf, labelsOf, type Clause, type ClauseId, type HeldNumbers, type LabelSettings } from '#shared/clauses/index.ts'
import { countWords, redline, type RedlineRun } from '#shared/compare/index.ts'
import type { Deed, MergeStates, ReportLine } from '#shared/document/index.ts'

/** What clauses are cited by. */
export type CitationBasis = Readonly<{ settings: LabelSettings; held: HeldNumbers | null }>

/** One side's doing to one clause: in words, and as a redline where words changed. */
export type Doing = Readonly<{ deeds: readonly Deed[]; runs: readonly RedlineRun[] }>

/** A line of a report as it is shown. `target`: the clause to go to, null where none is left. */
export type ToldLine = Readonly<{
  id: ClauseId
  verdict: ReportLine['verdict']
  citation: string
  mine: Doing | null
  theirs: Doing | null
  rescued: string
  target: ClauseId | null
}>

/** Kept words further than this from a change are left out of its redline, in characters. */
const CONTEXT = 60

/** The lines of a report with citations, as the clauses are cited now, or were where they stood. */
export function toldLines(lines: readonly ReportLine[], { base, local, merged }: MergeStates, basis: CitationBasis): readonly ToldLine[] {
  const citations = [merged, local, base].map(({ clauses }) => citationsOf(clauses, labelsOf(clauses, basis.settings, basis.held)))
  return lines.map((line) => ({
    id: line.id,
    verdict: line.verdict,
    citation: citations.map((cited) => cited.get(line.id) ?? '').find((citation) => citation !== '') ?? '',
    mine: doing(line.mine, line.base, line.local),
    theirs: doing(line.theirs, line.local, line.merged),
    rescued: line.rescued,
    target: line.merged?.id ?? line.into,
  }))
}

function doing(deeds: readonly Deed[], before: Clause | null, after: Clause | null): Doing | null {
  if (deeds.length === 0) return null
  const [was, is] = [before?.text ?? '', after?.text ?? '']
  // Joined words stand elsewhere: to strike them would say that they are gone.
  return { deeds, runs: was === is || deeds.includes('joined') ? [] : excerpt(redline(was, is).runs) }
}

/** `runs` with long kept stretches cut down to what stands next to a change. */
const excerpt = (runs: readonly RedlineRun[]): readonly RedlineRun[] =>
  runs.map((run, index) => {
    if (run.kind !== 'keep' || run.text.length <= 2 * CONTEXT) return run
    const head = index === 0 ? '' : run.text.slice(0, CONTEXT).replace(/\S*$/u, '')
    const tail = index === runs.length - 1 ? '' : run.text.slice(-CONTEXT).replace(/^\S*/u, '')
    return { ...run, text: `${head}…${tail}` }
  })

/** How many words the lines of a report put in on one's own side. */
export const insertedWords = (lines: readonly ToldLine[]): number =>
  lines.reduce((sum, { mine }) => sum + (mine?.runs ?? []).reduce((words, { kind, text }) => words + (kind === 'insert' ? countWords(text) : 0), 0), 0)
