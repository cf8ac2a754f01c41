import type { Clause, ClauseId, Label } from '#shared/clauses/index.ts'
import { formattingDiffers } from './formatting.ts'
import { NOWHERE, type Frames } from './frame.ts'
import type { Block } from './order.ts'
import type { Pairing } from './pairing.ts'
import { redlineSteps, type RedlineLimits } from './redline.ts'
import { referenceName, renumberingsOf } from './references.ts'
import { changesWording } from './runs.ts'
import { finish, Pace, type Steps } from './steps.ts'
import type { ClauseRedline, RedlineBudget, Relation, Row } from './types.ts'
import type { Place } from './weave.ts'
import { Spellings } from './wording.ts'

/** What all redlines of one comparison may cost together; beyond it the rows that follow are shown as replaced. */
export const MAX_TOTAL_CELLS = 2 ** 29

export type Labels = Readonly<{ base: ReadonlyMap<ClauseId, Label>; revised: ReadonlyMap<ClauseId, Label> }>

type Given = Readonly<{
  frames: Frames
  pairing: Pairing
  block: Block
  places: readonly Place[]
  labels: Labels
  budget: RedlineBudget
}>

type DraftRow = { -readonly [Key in keyof Row]: Row[Key] }

/** The rows at `places`, one for one, each with its redline (AL8, AL9, RL9). */
export const rowsOf = (given: Given): readonly Row[] => finish(rowSteps(given))

/** Letters compared in one step. */
const STEP = 20_000

/** `rowsOf` in steps. */
export function* rowSteps({ frames, pairing, block, places, labels, budget }: Given): Steps<readonly Row[]> {
  const moved = movedBases(block)
  const renumberings = renumberingsOf(frames, pairing, labels)
  let cellsLeft = MAX_TOTAL_CELLS
  const references: (readonly [number, string])[] = []
  const rows: DraftRow[] = []
  const [pace, spellings] = [new Pace(STEP), new Spellings()]
  for (const { base, revised, left } of places) {
    const was = base === null ? null : (frames.base.clauses[base] ?? null)
    const is = revised === null ? null : (frames.revised.clauses[revised] ?? null)
    if (was === null || is === null || base === null || revised === null) {
      rows.push(oneSided(was, is, left))
      continue
    }
    if (pace.isDue(was.text.length + is.text.length)) yield rows.length / places.length
    const compared = yield* compareWording(was, is, { budget: { maxCells: Math.min(budget.maxCells, cellsLeft) }, renumberings: renumberings(base, revised), spellings })
    cellsLeft -= compared.cells
    for (const name of compared.references) references.push([frames.base.home[base] ?? NOWHERE, name])
    const edited = compared.redline !== null && changesWording(compared.redline.runs)
    const grounds = pairing.groundsOf(base)
    rows.push({
      ...oneSided(was, is, false),
      relation: relationOf(moved.has(base), edited),
      edited,
      formattingChanged: compared.formattingChanged,
      confidence: grounds?.confidence ?? 0,
      reason: grounds?.reason ?? null,
      redline: compared.redline,
      relabelled: relabelled(labels.base.get(was.id), labels.revised.get(is.id)),
    })
  }
  yield 1
  linkGhosts(rows, places)
  markWithin(rows, places, frames)
  countReferences(rows, references, { places, frames, labels })
  return rows
}

function movedBases(block: Block): ReadonlySet<number> {
  const moved = new Set<number>()
  const collect = ({ root, moved: inner }: Block): void => {
    if (root !== null) moved.add(root.base)
    inner.forEach(collect)
  }
  collect(block)
  return moved
}

const relationOf = (moved: boolean, edited: boolean): Relation => (moved ? 'moved' : edited ? 'edited' : 'kept')

function oneSided(base: Clause | null, revised: Clause | null, left: boolean): DraftRow {
  return {
    base: base?.id ?? null,
    revised: revised?.id ?? null,
    relation: left ? 'moved' : base === null ? 'added' : 'removed',
    edited: false,
    changedWithin: false,
    formattingChanged: false,
    confidence: 1,
    reason: null,
    redline: null,
    relabelled: null,
    ghost: null,
    ghostOf: null,
  }
}

type Compared = Readonly<{ redline: ClauseRedline | null; formattingChanged: boolean; cells: number; references: readonly string[] }>

function* compareWording(base: Clause, revised: Clause, limits: RedlineLimits): Steps<Compared> {
  if (base.text === revised.text) {
    const runs = [{ kind: 'keep', text: base.text }] as const
    return { redline: null, formattingChanged: formattingDiffers(base, revised, runs), cells: 0, references: [] }
  }
  const { redline, cells, references } = yield* redlineSteps(base.text, revised.text, limits)
  return { redline, formattingChanged: formattingDiffers(base, revised, redline.runs), cells, references }
}

/** Numbers are compared, not labels: "1." in one house style is "1" in the other (AL11). */
function relabelled(from: Label | undefined, to: Label | undefined): Row['relabelled'] {
  if (from === undefined || to === undefined || from.number === to.number) return null
  return { from: from.text, to: to.text, references: 0 }
}

function linkGhosts(rows: readonly DraftRow[], places: readonly Place[]): void {
  const rowOfBase = new Map<number, number>()
  for (const [i, { base, left }] of places.entries()) if (base !== null && !left) rowOfBase.set(base, i)
  for (const [i, { base, left }] of places.entries()) {
    if (!left || base === null) continue
    const target = rowOfBase.get(base) ?? null
    const [ghost, moved] = [rows[i], target === null ? undefined : rows[target]]
    if (ghost === undefined || moved === undefined) continue
    ghost.ghostOf = target
    moved.ghost = i
  }
}

/** Marks the rows of all clauses above a change, on the side or sides where the changed clause stands. */
function markWithin(rows: readonly DraftRow[], places: readonly Place[], frames: Frames): void {
  for (const side of ['base', 'revised'] as const) {
    const { parent, clauses } = frames[side]
    const changed = new Uint8Array(clauses.length)
    for (const [i, row] of rows.entries()) {
      const index = places[i]?.[side]
      if (index === null || index === undefined || row.relation === 'kept') continue
      for (let at = parent[index] ?? -1; at >= 0 && changed[at] === 0; at = parent[at] ?? -1) changed[at] = 1
    }
    for (const [i, row] of rows.entries()) {
      const index = places[i]?.[side]
      if (index !== null && index !== undefined && row.ghostOf === null && changed[index] === 1) row.changedWithin = true
    }
  }
}

type Numbered = Pick<Given, 'places' | 'frames' | 'labels'>

/**
 * Says at each renumbered article and paragraph how many references only follow it (RL13). `references`: the division
 * that each stands in, and its name.
 */
function countReferences(rows: readonly DraftRow[], references: readonly (readonly [number, string])[], { places, frames, labels }: Numbered): void {
  if (references.length === 0) return
  const counts = new Map<string, number>()
  for (const [home, name] of references) {
    const key = name.startsWith('article') ? name : `${home} ${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [i, row] of rows.entries()) {
    const b = places[i]?.base ?? NOWHERE
    if (row.relabelled === null || row.base === null || row.revised === null) continue
    const [was, is] = [labels.base.get(row.base)?.number ?? '', labels.revised.get(row.revised)?.number ?? '']
    const key = frames.base.clauses[b]?.kind === 'article' ? referenceName('article', was, is) : `${frames.base.home[b]} ${referenceName('paragraph', was, is)}`
    row.relabelled = { ...row.relabelled, references: counts.get(key) ?? 0 }
  }
}
