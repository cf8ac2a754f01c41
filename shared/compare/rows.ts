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

/** A row by itself: what it says of its own two clauses, what its redline cost, and its references that only follow a renumbering. */
export type OwnRow = Readonly<{ row: Row; cells: number; references: readonly string[] }>

/** Makes the row at a place, its redline within `maxCells`, all by itself: `linkedRows` says what others have to do with it. */
export type RowMaker = (place: Place, maxCells: number) => Steps<OwnRow>

/** The rows at `places`, one for one, each with its redline (AL8, AL9, RL9). */
export const rowsOf = (given: Given): readonly Row[] => finish(rowSteps(given))

/** `rowsOf` in steps. */
export function* rowSteps(given: Given): Steps<readonly Row[]> {
  const own = yield* ownRowSteps(given, rowMaker(given))
  yield 1
  return linkedRows(own, given)
}

/** Letters compared in one step. */
const STEP = 20_000

/** All rows by themselves, their redlines within a budget of their own and one that they share. */
export function* ownRowSteps({ places, budget, frames }: Pick<Given, 'places' | 'budget' | 'frames'>, rowAt: RowMaker): Steps<readonly OwnRow[]> {
  let cellsLeft = MAX_TOTAL_CELLS
  const own: OwnRow[] = []
  const pace = new Pace(STEP)
  for (const place of places) {
    const [was, is] = [frames.base.clauses[place.base ?? NOWHERE], frames.revised.clauses[place.revised ?? NOWHERE]]
    if (was !== undefined && is !== undefined && pace.isDue(was.text.length + is.text.length)) yield own.length / places.length
    const row = yield* rowAt(place, Math.min(budget.maxCells, cellsLeft))
    cellsLeft -= row.cells
    own.push(row)
  }
  return own
}

export function rowMaker({ frames, pairing, block, labels }: Pick<Given, 'frames' | 'pairing' | 'block' | 'labels'>): RowMaker {
  const moved = movedBases(block)
  const renumberings = renumberingsOf(frames, pairing, labels)
  const spellings = new Spellings()
  return function* ({ base, revised, left }, maxCells) {
    const was = base === null ? null : (frames.base.clauses[base] ?? null)
    const is = revised === null ? null : (frames.revised.clauses[revised] ?? null)
    if (was === null || is === null || base === null || revised === null) return { row: oneSided(was, is, left), cells: 0, references: [] }
    const { redline, formattingChanged, cells, references } = yield* compareWording(was, is, { budget: { maxCells }, renumberings: renumberings(base, revised), spellings })
    const edited = redline !== null && changesWording(redline.runs)
    const grounds = pairing.groundsOf(base)
    const row = {
      ...oneSided(was, is, false),
      relation: relationOf(moved.has(base), edited),
      edited,
      formattingChanged,
      confidence: grounds?.confidence ?? 0,
      reason: grounds?.reason ?? null,
      redline,
      relabelled: relabelled(labels.base.get(was.id), labels.revised.get(is.id)),
    }
    return { row, cells, references }
  }
}

/** What `linkedRows` made of `own` before. */
export type Linked = Readonly<{ own: readonly OwnRow[]; rows: readonly Row[] }>

/**
 * The rows with what they have to do with one another: ghosts, what changed below them, references that follow them. A row
 * in which nothing differs from `before` is the same object.
 */
export function linkedRows(own: readonly OwnRow[], { places, frames, labels }: Numbered, before: Linked | null = null): readonly Row[] {
  const ghosts = ghostsOf(places)
  const within = changedWithin(own, places, frames)
  const following = followingReferences(own, { places, frames, labels })
  return own.map(({ row }, i) => {
    const [link, isWithin, references] = [ghosts.get(i) ?? NO_GHOST, within[i] === 1 && ghosts.get(i)?.ghostOf == null, following.get(i) ?? 0]
    const was = before !== null && before.own[i]?.row === row ? before.rows[i] : undefined
    if (was !== undefined && was.changedWithin === isWithin && was.ghost === link.ghost && was.ghostOf === link.ghostOf && (was.relabelled?.references ?? 0) === references) return was
    return { ...row, ...link, changedWithin: isWithin, relabelled: row.relabelled === null ? null : { ...row.relabelled, references } }
  })
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

function oneSided(base: Clause | null, revised: Clause | null, left: boolean): Row {
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

type Ghost = Pick<Row, 'ghost' | 'ghostOf'>
const NO_GHOST: Ghost = { ghost: null, ghostOf: null }

/** The rows that stand for what moved, at either of its places, by index. */
function ghostsOf(places: readonly Place[]): ReadonlyMap<number, Ghost> {
  const rowOfBase = new Map<number, number>()
  for (const [i, { base, left }] of places.entries()) if (base !== null && !left) rowOfBase.set(base, i)
  const ghosts = new Map<number, Ghost>()
  for (const [i, { base, left }] of places.entries()) {
    const target = left && base !== null ? rowOfBase.get(base) : undefined
    if (target === undefined) continue
    ghosts.set(i, { ghost: null, ghostOf: target })
    ghosts.set(target, { ghost: i, ghostOf: null })
  }
  return ghosts
}

/** Marks (1) the rows of all clauses above a change, on the side or sides where the changed clause stands. */
function changedWithin(own: readonly OwnRow[], places: readonly Place[], frames: Frames): Uint8Array {
  const within = new Uint8Array(own.length)
  for (const side of ['base', 'revised'] as const) {
    const { parent, clauses } = frames[side]
    const changed = new Uint8Array(clauses.length)
    for (const [i, { row }] of own.entries()) {
      const index = places[i]?.[side]
      if (index === null || index === undefined || row.relation === 'kept') continue
      for (let at = parent[index] ?? -1; at >= 0 && changed[at] === 0; at = parent[at] ?? -1) changed[at] = 1
    }
    for (const [i, place] of places.entries()) if (place[side] !== null && changed[place[side]] === 1) within[i] = 1
  }
  return within
}

type Numbered = Pick<Given, 'places' | 'frames' | 'labels'>

/** How many references only follow each renumbered article and paragraph (RL13), by row. */
function followingReferences(own: readonly OwnRow[], { places, frames, labels }: Numbered): ReadonlyMap<number, number> {
  const counts = new Map<string, number>()
  for (const [i, { references }] of own.entries()) {
    for (const name of references) {
      const key = name.startsWith('article') ? name : `${frames.base.home[places[i]?.base ?? NOWHERE] ?? NOWHERE} ${name}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const following = new Map<number, number>()
  if (counts.size === 0) return following
  for (const [i, { row }] of own.entries()) {
    const b = places[i]?.base ?? NOWHERE
    if (row.relabelled === null || row.base === null || row.revised === null) continue
    const [was, is] = [labels.base.get(row.base)?.number ?? '', labels.revised.get(row.revised)?.number ?? '']
    const key = frames.base.clauses[b]?.kind === 'article' ? referenceName('article', was, is) : `${frames.base.home[b]} ${referenceName('paragraph', was, is)}`
    following.set(i, counts.get(key) ?? 0)
  }
  return following
}
