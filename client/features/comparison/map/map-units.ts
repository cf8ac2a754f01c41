import type { ClauseText } from '#shared/clauses/index.ts'
import { textMapOf, unitPlaces, type ChangeClass, type Comparison, type Flow, type MappedUnit, type TextMap } from '#shared/compare/index.ts'
import { isChange, type Folding, type Line } from '../lines.ts'

export type Side = 'base' | 'revised'

/** An article, or what else holds wording, by its name ("Article 5 · Illegal access") and with the classes of its changes. */
export type NamedUnit = MappedUnit & Readonly<{ label: string; heading: string; classes: ReadonlySet<ChangeClass> }>

/** A map whose units have names. */
export type NamedMap = Readonly<{ base: readonly NamedUnit[]; revised: readonly NamedUnit[]; flows: readonly Flow[] }>

type Pinned = Readonly<{ text: ClauseText }>
type Compared = Readonly<{ pinned: Readonly<{ base: Pinned; revised: Pinned }>; comparison: Comparison; lines: readonly Line[] }>

/** The map of a drawn comparison; `opening` names what stands before all divisions. */
export function namedMapOf({ pinned, comparison, lines }: Compared, opening: string): NamedMap {
  const byRow = new Map(lines.map((line) => [line.index, line]))
  const clauses = { base: pinned.base.text.clauses, revised: pinned.revised.text.clauses }
  const map = textMapOf(clauses, comparison)
  const named = (side: Side): readonly NamedUnit[] => {
    const classes = classesByUnit(map[side], unitPlaces(clauses[side], map[side]), { lines, side })
    return map[side].map((unit, index) => ({ ...unit, ...nameOf(unit, byRow.get(unit.row)?.[side] ?? null, opening), classes: classes[index] ?? NONE }))
  }
  return { base: named('base'), revised: named('revised'), flows: map.flows }
}

const NONE: ReadonlySet<ChangeClass> = new Set()

function nameOf({ hasHeading }: MappedUnit, clause: Line['base'], opening: string): Pick<NamedUnit, 'label' | 'heading'> {
  if (clause === null || !hasHeading) return { label: opening, heading: '' }
  const label = clause.label === '' ? clause.citation : clause.label
  return { label, heading: clause.clause.text === label ? '' : clause.clause.text }
}

type Read = Readonly<{ lines: readonly Line[]; side: Side }>

function classesByUnit(units: TextMap['base'], unitOf: ReturnType<typeof unitPlaces>, { lines, side }: Read): readonly ReadonlySet<ChangeClass>[] {
  const classes = units.map(() => new Set<ChangeClass>())
  for (const line of lines) {
    const id = line.row[side]
    const unit = id === null ? undefined : unitOf.get(id)
    if (unit !== undefined && isChange(line)) classes[unit]?.add(line.found?.class ?? 'formatting')
  }
  return classes
}

/** Whether `folding` leaves something of a unit to be looked at. */
export const isLoud = ({ classes }: NamedUnit, { unchanged, shown }: Folding): boolean =>
  classes.size === 0 ? !unchanged : [...classes].some((one) => shown.has(one))

/** The units that stand back, as nothing is left of them to be looked at. */
export type Quiet = Readonly<Record<Side, ReadonlySet<number>>>

export function quietOf(map: NamedMap, folding: Folding): Quiet {
  const of = (side: Side) => new Set(map[side].flatMap((unit, index) => (isLoud(unit, folding) ? [] : [index])))
  return { base: of('base'), revised: of('revised') }
}

/** "Article 5 · Illegal access". */
export const wordsOf = ({ label, heading }: NamedUnit): string => [label, heading].filter((part) => part !== '').join(' · ')

/** Where words of unit `index` of `side` went or came from, the most words first. */
export const flowsOf = ({ flows }: NamedMap, side: Side, index: number): readonly Flow[] =>
  flows.filter((flow) => flow[side] === index).toSorted((one, other) => other.words - one.words)

/** The share of a unit's words that a flow carries: 0 to 1. */
export const shareOf = ({ words }: Flow, unit: NamedUnit): number => (unit.words === 0 ? 0 : words / unit.words)
