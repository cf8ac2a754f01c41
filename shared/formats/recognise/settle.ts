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
import { readingsOf, type Reading } from './numbers.ts'

/** How often labels are looked at again, before every printed number is written. */
const ROUNDS = 8

/** Numbers that take a place in their series: digits, letters, numerals; not `4 bis`, `1a`, `2.1` or none. */
const COUNTS = /^(?:\d+|[^\d\s.]+)$/u

const saysSame = (label: string, printed: string): boolean =>
  label === printed || wordsOf(label).join(' ') === wordsOf(printed).join(' ')

/**
 * Gives drafts their ids and as few numbers of their own as will do: a clause whose derived label says what the source
 * printed has none, so that it renumbers freely (FM17). Where no number makes the label say it ("Schedule 2" among
 * annexes), the clause is shown without a number and its words stand in its text (FM18). Labels are compared by words.
 */
export function settle(drafts: readonly Draft[], settings: LabelSettings, newId: NewClauseId): readonly Clause[] {
  const clauses: Clause[] = drafts.map(({ kind, depth, rich, printed, number }) => ({
    id: newId(),
    kind,
    depth: isDivision(kind) ? 0 : depth,
    number: kind === 'recital' && printed !== '' ? number : null,
    text: rich.text,
    spans: rich.spans,
  }))
  const spelled = new Set<number>()
  const expected = (index: number): string => (spelled.has(index) ? '' : (drafts[index]?.printed ?? ''))
  const wrong = (): readonly number[] => {
    const labels = labelsOf(clauses, settings)
    return clauses.flatMap(({ id }, index) => (saysSame(labels.get(id)?.text ?? '', expected(index)) ? [] : [index]))
  }
  const write = (index: number, number: string | null = drafts[index]?.number ?? ''): void => {
    const clause = clauses[index]
    if (clause !== undefined) clauses[index] = { ...clause, number }
  }
  const spellOut = (index: number): void => {
    const clause = clauses[index]
    if (clause === undefined) return
    clauses[index] = spelledOut(clause, expected(index))
    spelled.add(index)
  }
  const correct = (): void => {
    for (let round = 0; round < ROUNDS; round++) {
      const indexes = wrong()
      if (indexes.length === 0) return
      for (const index of indexes) {
        if (clauses[index]?.number === (drafts[index]?.number ?? '')) spellOut(index)
        else write(index)
      }
    }
    drafts.forEach(({ printed }, index) => {
      if (printed !== '' && !spelled.has(index)) write(index)
    })
    for (const index of wrong()) spellOut(index)
  }
  // "4 bis" and what is unnumbered take no place in the count, so they are written before anything is counted.
  for (const index of wrong()) if (!COUNTS.test(drafts[index]?.number ?? '')) write(index)
  correct()
  for (const index of successors(drafts)) if (clauses[index]?.number !== null && !spelled.has(index)) write(index, null)
  correct()
  return clauses
}

function spelledOut(clause: Clause, printed: string): Clause {
  const { text, spans } = joinRich([plain(printed), { text: clause.text, spans: clause.spans }], ' ')
  // An annex without a number still says "Annex": its heading goes on as one without a label.
  const kind = clause.kind === 'annex' || clause.kind === 'appendix' ? 'heading' : clause.kind
  return { ...clause, kind, number: '', text, spans }
}

/** The drafts whose number follows that of the one before them in their list: they need none of their own. */
function successors(drafts: readonly Draft[]): readonly number[] {
  const parents = parentsOf(drafts)
  const latest = new Map<string, readonly Reading[]>()
  return drafts.flatMap(({ kind, number, printed }, index) => {
    if (kind === 'recital' || printed === '' || !COUNTS.test(number)) return []
    const run = isDivision(kind) ? kind : `${parents[index] ?? -1} ${kind}`
    const readings = readingsOf(number)
    const before = latest.get(run) ?? []
    latest.set(run, readings)
    const follows = ({ family, value }: Reading): boolean =>
      before.some((one) => one.family === family && one.value + 1 === value)
    return readings.some(follows) ? [index] : []
  })
}
