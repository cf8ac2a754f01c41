import {
  isDivision,
  labelsOf,
  parentsOf,
  type Clause,
  type LabelSettings,
  type NewClauseId,
} from '#shared/clauses/index.ts'
import { joinRich, plain } from '../rich.ts'
import { wordsOf } from '../words.ts'
import type { Draft } from './draft.ts'

/** Rounds in which one override a list is tried, before every label that still differs gets its own. */
const ROUNDS = 6

const saysSame = (label: string, printed: string): boolean => wordsOf(label).join(' ') === wordsOf(printed).join(' ')

/**
 * Gives drafts their ids and the least numbers of their own: a clause whose derived label says what the source printed
 * has none, so that it renumbers freely (FM17). Where no number makes the label say it ("Schedule 2" of an annex), the
 * clause is shown without a number and its words stand in its text (FM18). `printed` labels are compared by words.
 */
export function settle(drafts: readonly Draft[], settings: LabelSettings, newId: NewClauseId): readonly Clause[] {
  const parents = parentsOf(drafts)
  const clauses: Clause[] = drafts.map(({ kind, depth, rich, printed, number }) => ({
    id: newId(),
    kind,
    depth: isDivision(kind) ? 0 : depth,
    number: kind === 'recital' && printed !== '' ? number : null,
    text: rich.text,
    spans: rich.spans,
  }))
  const wrong = (): readonly number[] => {
    const labels = labelsOf(clauses, settings)
    return clauses.flatMap(({ id }, index) => (saysSame(labels.get(id)?.text ?? '', drafts[index]?.printed ?? '') ? [] : [index]))
  }
  const write = (index: number, number: string): void => {
    const clause = clauses[index]
    if (clause !== undefined) clauses[index] = { ...clause, number }
  }
  const numberOf = (index: number): string => drafts[index]?.number ?? ''
  for (let round = 0; round <= ROUNDS; round++) {
    const seen = new Set<string>()
    for (const index of wrong()) {
      const run = `${parents[index] ?? -1} ${drafts[index]?.kind ?? ''}`
      const standsAlone = /[^\p{L}\p{N}]/u.test(numberOf(index)) || numberOf(index) === ''
      if (round < ROUNDS && !standsAlone && seen.has(run)) continue
      if (!standsAlone) seen.add(run)
      write(index, numberOf(index))
    }
  }
  for (const index of wrong()) spellOut(clauses, drafts, index)
  return clauses
}

function spellOut(clauses: Clause[], drafts: readonly Draft[], index: number): void {
  const clause = clauses[index]
  const printed = drafts[index]?.printed ?? ''
  if (clause === undefined) return
  const { text, spans } = joinRich(plain(printed), { text: clause.text, spans: clause.spans }, ' ')
  // An annex without a number still says "Annex": its heading goes on as one without a label.
  const kind = clause.kind === 'annex' || clause.kind === 'appendix' ? 'heading' : clause.kind
  clauses[index] = { ...clause, kind, number: '', text, spans }
}
