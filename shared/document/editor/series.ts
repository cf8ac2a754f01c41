import { unreachable } from '#shared/kernel/index.ts'
import { isDivision, MAX_DEPTH, type ClauseKind } from '#shared/clauses/index.ts'

/** What a clause is, as the commands change it. */
export type Standing = Readonly<{ kind: ClauseKind; depth: number }>

/** The kinds that follow each other downwards: depth and kind move together. */
const SERIES: readonly ClauseKind[] = ['paragraph', 'subparagraph', 'item']

const inSeries = (kind: ClauseKind): boolean => SERIES.includes(kind)

/** The kind of the series at `depth`; items go on below the item. */
const seriesKind = (depth: number): ClauseKind => SERIES[Math.min(depth, SERIES.length - 1)] ?? 'item'

/** The clause `levels` deeper (or, below 0, less deep); null where there is no such depth or a division has none. */
export function deeper({ kind, depth }: Standing, levels: number): Standing | null {
  const next = depth + levels
  if (isDivision(kind) || next < 0 || next > MAX_DEPTH) return null
  return { kind: inSeries(kind) ? seriesKind(next) : kind, depth: next }
}

/** The clause as `kind`: one of the series takes the depth that goes with it, a division takes none. */
export function asKind({ depth }: Standing, kind: ClauseKind): Standing {
  if (isDivision(kind)) return { kind, depth: 0 }
  if (kind === 'paragraph') return { kind, depth: 0 }
  if (kind === 'subparagraph') return { kind, depth: 1 }
  if (kind === 'item') return { kind, depth: Math.max(depth, 2) }
  return { kind, depth }
}

/** What comes behind a clause after Enter at its end: it continues the series (DC11). */
export function successor({ kind, depth }: Standing): Standing {
  switch (kind) {
    case 'article':
    case 'heading':
    case 'closing':
      return { kind: 'paragraph', depth: 0 }
    case 'chapter':
    case 'section':
    case 'subsection':
    case 'part':
    case 'enacting':
      return { kind: 'article', depth: 0 }
    case 'title':
    case 'annex':
    case 'appendix':
    case 'testimonium':
      return { kind: 'text', depth: 0 }
    case 'preamble':
      return { kind: 'recital', depth: 0 }
    case 'chapeau':
      return deeper({ kind: 'paragraph', depth }, 1) ?? { kind, depth }
    case 'paragraph':
    case 'subparagraph':
    case 'item':
    case 'recital':
    case 'definition':
    case 'footnote':
    case 'text':
      return { kind, depth }
    default:
      return unreachable(kind)
  }
}

/** What the words behind the caret become when a clause is split inside them: wording stays what it is (DC11). */
export const remainder = (standing: Standing): Standing => (isDivision(standing.kind) ? successor(standing) : standing)
