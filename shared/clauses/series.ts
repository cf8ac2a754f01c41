import { unreachable } from '#shared/kernel/index.ts'
import type { ClauseKind, DivisionKind } from './kinds.ts'
import { parentsOf, type Placed } from './tree.ts'

/**
 * What is counted together. Kinds without a series are never numbered by themselves. The last three are what lies
 * below an item: depths 3, 4 and 5.
 */
export const SERIES = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'annex',
  'appendix',
  'footnote',
  'paragraph',
  'subparagraph',
  'item',
  'subitem',
  'point',
  'subpoint',
] as const
export type Series = (typeof SERIES)[number]

const BY_DEPTH = ['paragraph', 'subparagraph', 'item', 'subitem', 'point', 'subpoint'] as const
const byDepth = (depth: number): Series => BY_DEPTH[Math.min(Math.max(depth, 0), BY_DEPTH.length - 1)] ?? 'paragraph'

/** The series in which a clause is counted (CL10), or null when its kind is not numbered. */
export function seriesOf(kind: ClauseKind, depth: number): Series | null {
  switch (kind) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'subsection':
    case 'article':
    case 'annex':
    case 'appendix':
    case 'footnote':
    case 'paragraph':
    case 'subparagraph':
      return kind
    case 'item':
      return byDepth(Math.max(depth, 2))
    case 'definition':
      return byDepth(depth)
    case 'title':
    case 'preamble':
    case 'testimonium':
    case 'heading':
    case 'recital':
    case 'enacting':
    case 'chapeau':
    case 'closing':
    case 'text':
      return null
    default:
      return unreachable(kind)
  }
}

/** The divisions in which a series begins again (CL11); a series not named here runs through the whole text. */
const RESTARTS_IN = {
  part: [],
  annex: [],
  appendix: [],
  footnote: [],
  article: ['annex', 'appendix'],
  chapter: ['part', 'annex', 'appendix'],
  section: ['chapter', 'part', 'annex', 'appendix'],
  subsection: ['section', 'chapter', 'part', 'annex', 'appendix'],
} as const satisfies Partial<Record<Series, readonly DivisionKind[]>>

const restartsIn = (series: keyof typeof RESTARTS_IN): readonly ClauseKind[] => RESTARTS_IN[series]
const isRunning = (series: Series): series is keyof typeof RESTARTS_IN => series in RESTARTS_IN

/** Where a clause stands for numbering: `scope` is the index of the clause in which its series restarts, -1 the text. */
export type Place = Readonly<{ parent: number; series: Series | null; scope: number }>

/** The place of each clause; linear. */
export function placesOf(clauses: readonly Placed[]): readonly Place[] {
  const parents = parentsOf(clauses)
  const kindAt = (index: number): ClauseKind | undefined => clauses[index]?.kind
  return clauses.map(({ kind, depth }, index) => {
    const parent = parents[index] ?? -1
    const series = seriesOf(kind, depth)
    if (series === null || !isRunning(series)) return { parent, series, scope: parent }
    const restarts = restartsIn(series)
    let scope = parent
    for (let above = kindAt(scope); above !== undefined && !restarts.includes(above); above = kindAt(scope)) {
      scope = parents[scope] ?? -1
    }
    return { parent, series, scope }
  })
}

/** Series in which an only member goes without a number: "Annex", an article of one paragraph (CL12). */
export const dropsSoleNumber = (series: Series): boolean =>
  series === 'paragraph' || series === 'annex' || series === 'appendix'

