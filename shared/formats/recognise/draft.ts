import type { ClauseKind } from '#shared/clauses/index.ts'
import type { Rich } from '../rich.ts'

/** Why a line became unnumbered text: what an import's preview tells the person who reads it. */
export const UNRECOGNISED_REASONS = [
  'front-matter',
  'table-of-contents',
  'table',
  'outside-article',
  'after-numbered-provision',
] as const
export type UnrecognisedReason = (typeof UNRECOGNISED_REASONS)[number]

/** A clause on its way: `printed` is the label that the source shows, `number` the number in it. */
export type Draft = Readonly<{
  kind: ClauseKind
  depth: number
  printed: string
  number: string
  rich: Rich
  line: number
  why: UnrecognisedReason | null
}>
