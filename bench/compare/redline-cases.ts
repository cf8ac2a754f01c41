import { readFileSync } from 'node:fs'
import { labelsOf, type ClauseId, type ClauseText } from '../../shared/clauses/index.ts'
import { baseText, compareTexts, isWordingChange, revisedText, type Comparison, type Row } from '../../shared/compare/index.ts'
import { corpusFolder, goldText, type GoldClause, type GoldText } from './gold.ts'

type Hunk = readonly [string, string]

/** One case of the corpus's `redline-cases.json`; what is expected is explained there. */
export type RedlineCase = Readonly<{
  id: string
  why: string
  left: readonly GoldClause[]
  right: readonly GoldClause[]
  expect: Readonly<{
    changes?: readonly Hunk[]
    alsoAccept?: readonly (readonly Hunk[])[]
    maxHunks?: number
    numbering?: readonly Hunk[]
    crossRefs?: readonly Hunk[]
    align?: readonly Hunk[]
    inserted?: readonly string[]
    movedCount?: number
    split?: readonly (readonly [string, readonly string[]])[]
    merge?: readonly (readonly [readonly string[], string])[]
    partMoved?: readonly Hunk[]
    termChanges?: readonly unknown[]
    cosmetic?: boolean
    roundTrip?: boolean
  }>
}>

export const readRedlineCases = (): readonly RedlineCase[] =>
  (JSON.parse(readFileSync(`${corpusFolder()}/gold/redline-cases.json`, 'utf8')) as { cases: RedlineCase[] }).cases

type Drawn = Readonly<{ left: GoldText; right: GoldText; comparison: Comparison }>

/** What a comparison of the case does not show as it should; nothing when the case passes. */
export function failuresOf(given: RedlineCase): readonly string[] {
  const [left, right] = [goldText(given.left, 'l'), goldText(given.right, 'r')]
  const drawn = { left, right, comparison: compareTexts(left.text, right.text) }
  const { expect } = given
  const failures: string[] = []
  const must = (name: string, shown: unknown, accepted: readonly unknown[]): void => {
    const [is, ok] = [JSON.stringify(shown), accepted.map((one) => JSON.stringify(one))]
    if (!ok.includes(is)) failures.push(`${name}: ${is}, not ${ok.join(' or ')}`)
  }
  const hunks = changesIn(drawn)
  if (expect.changes !== undefined) must('changes', hunks, [expect.changes, ...(expect.alsoAccept ?? [])])
  if (expect.maxHunks !== undefined && hunks.length > expect.maxHunks) failures.push(`${hunks.length} changes`)
  if (expect.numbering !== undefined) must('numbering', numberingIn(drawn), [expect.numbering])
  if (expect.inserted !== undefined) must('inserted', insertedIn(drawn), [expect.inserted])
  if (expect.movedCount !== undefined) must('moved', movedIn(drawn), [expect.movedCount])
  const primary = linksIn(drawn, drawn.comparison.rows)
  const links = [...primary, ...linksIn(drawn, drawn.comparison.partLinks)]
  if (expect.align !== undefined) {
    const wanted = expect.align.map(String)
    for (const pair of wanted) if (!links.map(String).includes(pair)) failures.push(`${pair} not aligned`)
    for (const pair of primary.map(String)) if (!wanted.includes(pair)) failures.push(`${pair} aligned`)
  }
  for (const [from, to] of expect.split ?? [])
    must('split', links.filter(([l]) => l === from).map(([, r]) => r).sort(), [to])
  for (const [from, to] of expect.merge ?? [])
    must('merge', links.filter(([, r]) => r === to).map(([l]) => l).sort(), [from])
  for (const [from, to] of expect.partMoved ?? [])
    if (!links.some(([l, r]) => l === from && r === to)) failures.push(`no part of ${from} is shown in ${to}`)
  if (expect.cosmetic === true && !drawn.comparison.rows.every(isCosmetic)) failures.push('not known to be cosmetic')
  if (expect.roundTrip === true && !readsBack(drawn)) failures.push('the texts cannot be read back')
  if (expect.crossRefs !== undefined) must('references', referencesIn(drawn), [expect.crossRefs])
  if (expect.termChanges !== undefined) must('replacements', drawn.comparison.replacements.map(({ struck, inserted, count }) => [struck, inserted, count]), [expect.termChanges])
  return failures
}

const clausesOf = ({ clauses }: ClauseText) => new Map(clauses.map((clause) => [clause.id, clause]))

/** Changes of provisions, row by row; a provision added to or removed from an article that stays is one, label and all. */
function changesIn({ left, right, comparison }: Drawn): Hunk[] {
  const [base, revised] = [clausesOf(left.text), clausesOf(right.text)]
  const labels = { base: labelsOf(left.text.clauses, left.text.settings), revised: labelsOf(right.text.clauses, right.text.settings) }
  let stays = true
  return comparison.rows.flatMap((row): Hunk[] => {
    const clause = (row.revised && revised.get(row.revised)) ?? (row.base && base.get(row.base))
    if (!clause || row.ghostOf !== null) return []
    if (clause.kind === 'article') {
      stays = row.base !== null && row.revised !== null
      return []
    }
    const label = (row.revised ? labels.revised : labels.base).get(clause.id)?.text ?? ''
    const whole = `${label} ${clause.text}`.trim()
    if (row.base === null) return stays ? [['', whole]] : []
    if (row.revised === null) return stays ? [[whole, '']] : []
    return hunksIn(row)
  })
}

function hunksIn(row: Row): Hunk[] {
  const hunks: [string, string][] = []
  let open: [string, string] | null = null
  for (const run of row.redline?.runs ?? []) {
    const { kind, text } = run
    if (!isWordingChange(run)) open = null
    else {
      if (open === null) hunks.push((open = ['', '']))
      open[kind === 'strike' ? 0 : 1] += text
    }
  }
  return hunks.map(([struck, inserted]) => [struck.trim(), inserted.trim()])
}

/** References that only follow a renumbering, as `label:Article 1` on either side. */
function referencesIn({ left, right, comparison }: Drawn): Hunk[] {
  let home: Hunk = ['', '']
  return comparison.rows.flatMap(({ base, revised, redline }): Hunk[] => {
    const [from, to] = [base && left.labelOf.get(base), revised && right.labelOf.get(revised)]
    if (from && to) home = [from, to]
    const runs = (redline?.runs ?? []).filter(({ cosmetic }) => cosmetic === 'reference')
    const numbers = (kind: 'strike' | 'insert'): string[] => runs.filter((run) => run.kind === kind).map(({ text }) => text)
    return numbers('strike').map((was, i): Hunk => [`${home[0]}:Article ${was}`, `${home[1]}:Article ${numbers('insert')[i]}`])
  })
}

const numberingIn = ({ comparison }: Drawn): Hunk[] =>
  comparison.rows.flatMap(({ relabelled }) => (relabelled === null ? [] : [[relabelled.from, relabelled.to] as const]))

const insertedIn = ({ comparison, right }: Drawn): string[] =>
  comparison.rows.flatMap(({ base, revised }) => (base === null && revised !== null ? [right.labelOf.get(revised) ?? []].flat() : []))

const movedIn = ({ comparison }: Drawn): number =>
  comparison.rows.filter((row) => row.relation === 'moved' && row.ghostOf === null).length

function linksIn({ left, right }: Drawn, pairs: readonly Pick<Row, 'base' | 'revised'>[]): Hunk[] {
  const nameOf = (names: ReadonlyMap<ClauseId, string>, id: ClauseId | null): string | undefined => (id === null ? undefined : names.get(id))
  return pairs.flatMap(({ base, revised }) => {
    const [from, to] = [nameOf(left.labelOf, base), nameOf(right.labelOf, revised)]
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  })
}

const isCosmetic = (row: Row): boolean =>
  (row.redline?.runs ?? []).every(({ kind, cosmetic }) => kind === 'keep' || cosmetic !== undefined)

function readsBack({ comparison, left, right }: Drawn): boolean {
  const [base, revised] = [clausesOf(left.text), clausesOf(right.text)]
  return comparison.rows.every(
    ({ redline, base: from, revised: to }) =>
      redline === null ||
      from === null ||
      to === null ||
      (baseText(redline.runs) === base.get(from)?.text && revisedText(redline.runs) === revised.get(to)?.text),
  )
}
