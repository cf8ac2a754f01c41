import { isDivision, parentsOf, type Clause, type ClauseId } from '#shared/clauses/index.ts'
import { countWords } from './segment.ts'
import { PART_KINDS, type Comparison, type PartLink, type Row } from './types.ts'
import { unitPlaces, unitsOf, type MapUnit } from './units.ts'

/** How words came from one unit to another: its partner has them, in place or moved; or another unit has. */
export const FLOW_KINDS = ['in-place', 'moved', ...PART_KINDS] as const
export type FlowKind = (typeof FLOW_KINDS)[number]

/** `base` and `revised` are indexes of units, `words` how many stand in both, `row` an index of the comparison's rows where one sees it. */
export type Flow = Readonly<{ base: number; revised: number; kind: FlowKind; words: number; row: number }>

/** A unit with its words, the heading's left out, and the row where it stands. */
export type MappedUnit = MapUnit & Readonly<{ words: number; row: number }>

/** Which article went where: both texts in units, and what of each stands in which of the other. */
export type TextMap = Readonly<{ base: readonly MappedUnit[]; revised: readonly MappedUnit[]; flows: readonly Flow[] }>

type Clauses = Readonly<{ base: readonly Clause[]; revised: readonly Clause[] }>

/** Reads the map of two texts off their comparison (MP1 to MP4). Linear in rows and links. */
export function textMapOf({ base, revised }: Clauses, { rows, partLinks }: Pick<Comparison, 'rows' | 'partLinks'>): TextMap {
  const sides = { base: sideOf(base, rows, 'base'), revised: sideOf(revised, rows, 'revised') }
  const found = new Map<string, Draft>()
  const between = (from: ClauseId | null, to: ClauseId | null, row: number): Draft | null => {
    const [one, other] = [from === null ? undefined : sides.base.unitOf.get(from), to === null ? undefined : sides.revised.unitOf.get(to)]
    if (one === undefined || other === undefined) return null
    const key = `${one},${other}`
    const draft = found.get(key) ?? { base: one, revised: other, kind: null, partWords: 0, wholeWords: 0, row }
    found.set(key, draft)
    return draft
  }
  for (const [index, row] of rows.entries()) {
    const draft = between(row.base, row.revised, index)
    if (draft === null) continue
    if (row.base !== null && row.revised !== null && sides.base.heads.has(row.base) && sides.revised.heads.has(row.revised))
      Object.assign(draft, { kind: row.relation === 'moved' ? 'moved' : 'in-place', row: index })
    draft.partWords += wordsKept(row, sides)
  }
  for (const link of partLinks) {
    const draft = between(link.base, link.revised, sides.revised.rowOf.get(link.revised) ?? 0)
    if (draft === null) continue
    const words = wordsIn(link, sides)
    const wholes = [sides.base.wordings.has(link.base), sides.revised.wordings.has(link.revised)].filter((isWording) => !isWording).length
    if (wholes === 0) draft.partWords += words
    else draft.wholeWords = Math.max(draft.wholeWords, words)
    if (wholes === 2 || (wholes === 1 && draft.kind === null)) draft.kind = link.kind
  }
  const flows = [...found.values()].flatMap(({ kind, partWords, wholeWords, ...flow }): Flow[] => {
    const most = Math.min(sides.base.units[flow.base]?.words ?? 0, sides.revised.units[flow.revised]?.words ?? 0)
    const words = Math.min(most, Math.max(partWords, wholeWords))
    return kind === null && words === 0 ? [] : [{ ...flow, kind: kind ?? 'part-moved', words }]
  })
  return { base: sides.base.units, revised: sides.revised.units, flows: flows.sort((one, other) => one.base - other.base || one.revised - other.revised) }
}

/** `partWords`: by provisions and passages; `wholeWords`: by what is said of the two as wholes. What is more counts, as both see the same words. */
type Draft = { readonly base: number; readonly revised: number; kind: FlowKind | null; partWords: number; wholeWords: number; row: number }

type Side = Readonly<{
  units: readonly MappedUnit[]
  unitOf: ReadonlyMap<ClauseId, number>
  rowOf: ReadonlyMap<ClauseId, number>
  /** The clauses at the head of units. */
  heads: ReadonlySet<ClauseId>
  /** Clauses whose own words count for a unit: all but headings. */
  wordings: ReadonlyMap<ClauseId, string>
  /** The words of a clause: of a division all of its unit, of a provision its own, or with what is below it. */
  wordsOf: ReadonlyMap<ClauseId, Readonly<{ own: number; whole: number }>>
}>

function sideOf(clauses: readonly Clause[], rows: readonly Row[], side: 'base' | 'revised'): Side {
  const found = unitsOf(clauses)
  const rowOf = new Map(rows.flatMap((row, index) => (row[side] === null || row.ghostOf !== null ? [] : [[row[side], index] as const])))
  const own = clauses.map(({ text }) => countWords(text))
  const whole = [...own]
  for (const [i, parent] of [...parentsOf(clauses).entries()].reverse()) if (parent >= 0) whole[parent] = (whole[parent] ?? 0) + (whole[i] ?? 0)
  const units = found.map((unit) => ({ ...unit, words: own.slice(unit.from, unit.to).reduce((sum, words) => sum + words, 0), row: rowOf.get(unit.clause) ?? 0 }))
  const wordsOf = new Map(clauses.map(({ id }, i) => [id, { own: own[i] ?? 0, whole: whole[i] ?? 0 }]))
  for (const { clause, hasHeading, words } of units) if (hasHeading) wordsOf.set(clause, { own: words, whole: words })
  return {
    units,
    unitOf: unitPlaces(clauses, found),
    rowOf,
    heads: new Set(found.map(({ clause }) => clause)),
    wordings: new Map(clauses.flatMap(({ id, kind, text }) => (isDivision(kind) ? [] : [[id, text] as const]))),
    wordsOf,
  }
}

type Sides = Readonly<{ base: Side; revised: Side }>

/** The words that both clauses of a row have. */
function wordsKept({ redline, base, revised }: Row, sides: Sides): number {
  const [was, is] = [base === null ? undefined : sides.base.wordings.get(base), revised === null ? undefined : sides.revised.wordings.get(revised)]
  if (was === undefined || is === undefined) return 0
  return redline === null ? countWords(is) : redline.runs.reduce((sum, { kind, text }) => sum + (kind === 'keep' ? countWords(text) : 0), 0)
}

/** The words that a link is about, as the side that has fewer of them counts. */
function wordsIn({ base, revised, kind, baseShare, revisedShare }: PartLink, sides: Sides): number {
  const size = kind === 'level-changed' ? 'whole' : 'own'
  return Math.round(Math.min(baseShare * (sides.base.wordsOf.get(base)?.[size] ?? 0), revisedShare * (sides.revised.wordsOf.get(revised)?.[size] ?? 0)))
}
