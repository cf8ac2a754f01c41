import { graver, type Classes } from './classes/types.ts'
import { perRedline } from './per-redline.ts'
import { isWordingChange } from './runs.ts'
import { segment } from './segment.ts'
import type { Drawn } from './summary.ts'
import type { Change, RedlineRun, Row } from './types.ts'

/** An excerpt shows up to this many segments (words, signs and spaces) of either side. */
const MAX_EXCERPT_SEGMENTS = 24

/** How a clause is cited on its side ("Article 5(2)(a)"). */
export type Cite = (index: number) => string

/**
 * The change list: each row that differs once, in row order; a clause that came or went with all that it holds is one
 * change (CS5, CS6). Renumbering alone is none.
 */
export function changesOf({ rows, places, frames }: Drawn, classes: Classes, cite: Readonly<{ base: Cite; revised: Cite }>): readonly Change[] {
  const changes: { -readonly [Key in keyof Change]: Change[Key] }[] = []
  const changeOfWhole = { added: new Map<number, number>(), removed: new Map<number, number>() }
  for (const [i, row] of rows.entries()) {
    const place = places[i]
    const { relation } = row
    if (place === undefined || relation === 'kept' || row.ghostOf !== null) continue
    const { base, revised } = place
    const found = classes.rows[i]?.class ?? 'formatting'
    if (relation === 'added' || relation === 'removed') {
      const index = (relation === 'added' ? revised : base) ?? -1
      const parent = (relation === 'added' ? frames.revised : frames.base).parent[index] ?? -1
      const whole = changeOfWhole[relation].get(parent)
      changeOfWhole[relation].set(index, whole ?? changes.length)
      const change = whole === undefined ? undefined : changes[whole]
      if (change !== undefined) {
        change.clauses++
        change.class = graver(change.class, found)
        if (change.excerpt.struck === '' && change.excerpt.inserted === '') change.excerpt = excerptOf(row, textsAt(place, frames))
        continue
      }
    }
    changes.push({
      row: i,
      relation,
      class: found,
      edited: row.edited,
      clauses: 1,
      changes: row.redline === null ? 0 : excerptIn(row.redline).changes,
      citation: { base: base === null ? null : cite.base(base), revised: revised === null ? null : cite.revised(revised) },
      excerpt: excerptOf(row, textsAt(place, frames)),
    })
  }
  return changes
}

type Texts = Readonly<{ base: string; revised: string }>

const textsAt = ({ base, revised }: Drawn['places'][number], { base: from, revised: to }: Drawn['frames']): Texts => ({
  base: base === null ? '' : (from.clauses[base]?.text ?? ''),
  revised: revised === null ? '' : (to.clauses[revised]?.text ?? ''),
})

function excerptOf(row: Row, { base, revised }: Texts): Change['excerpt'] {
  if (row.relation === 'added') return { struck: '', inserted: shortened(revised) }
  if (row.relation === 'removed') return { struck: shortened(base), inserted: '' }
  return row.redline === null ? { struck: '', inserted: '' } : excerptIn(row.redline).excerpt
}

/** How many changes of wording a redline has, and the first of them. */
const excerptIn = perRedline(({ runs }) => {
  const [first, ...further] = hunksOf(runs)
  return first === undefined
    ? { changes: 0, excerpt: { struck: '', inserted: '' } }
    : { changes: 1 + further.length, excerpt: { struck: shortened(first.struck), inserted: shortened(first.inserted) } }
})

/** The changes of wording in a redline, each as what it strikes and what it inserts. */
export function hunksOf(runs: readonly RedlineRun[]): readonly Readonly<{ struck: string; inserted: string }>[] {
  const hunks: { struck: string; inserted: string }[] = []
  let open: { struck: string; inserted: string } | null = null
  for (const run of runs) {
    const { kind, text } = run
    if (!isWordingChange(run)) {
      open = null
      continue
    }
    if (open === null) hunks.push((open = { struck: '', inserted: '' }))
    if (kind === 'strike') open.struck += text
    else open.inserted += text
  }
  return hunks
}

function shortened(text: string): string {
  const parts = segment(text.trim())
  return parts.length <= MAX_EXCERPT_SEGMENTS ? parts.join('') : `${parts.slice(0, MAX_EXCERPT_SEGMENTS).join('').trimEnd()} …`
}
