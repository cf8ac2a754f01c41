import type { ClauseId, ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { Signature } from '#shared/records/index.ts'

/** One side of a pinned comparison: which text or version, as of when, with the content that was pinned. */
export type PinnedSide = Readonly<{ textId: string; versionId: string | null; pinnedAt: string; contentHash: string }>
export type ComparisonRow = Readonly<{
  id: string
  negotiationId: string
  base: PinnedSide
  revised: PinnedSide
  createdBy: string
  createdAt: string
}>

/** A pinned matrix: its texts in the order in which they were chosen. */
export type MatrixRow = Readonly<{ id: string; negotiationId: string; texts: readonly PinnedSide[]; createdBy: string; createdAt: string }>

/** What a member said of two clauses of a comparison: that they are the same, that they are not, or nothing any more. */
export type CorrectionRow = Signature & Readonly<{
  comparisonId: string
  base: ClauseId
  revised: ClauseId
  verdict: 'same' | 'different' | 'withdrawn'
}>

/** Immutable wordings by the hash of their content, and the comparisons and matrices that point at them. */
export type ContentStore = Readonly<{
  /** Keeps a wording with its hold; keeping the same hash again changes nothing. */
  put(hash: string, content: Readonly<{ text: ClauseText; held: HeldNumbers | null }>): Promise<void>
  get(hash: string): Promise<Readonly<{ text: ClauseText; held: HeldNumbers | null }> | null>
  addComparison(row: ComparisonRow): Promise<void>
  comparison(id: string): Promise<ComparisonRow | null>
  addMatrix(row: MatrixRow): Promise<void>
  matrix(id: string): Promise<MatrixRow | null>
  /** The last comparison made of two texts of a negotiation, either way round and in whatever wording; null before the first. */
  lastComparison(negotiationId: string, textIds: readonly [string, string]): Promise<ComparisonRow | null>
  addCorrection(row: CorrectionRow): Promise<void>
  /** All that was ever said of the matches of a comparison, in order (ST24). */
  corrections(comparisonId: string): Promise<readonly CorrectionRow[]>
}>
