import type { Clause, ClauseId, HeldNumbers, LabelSettings } from '#shared/clauses/index.ts'
import type { ComparedText } from './order.ts'
import type { LiveChange, LiveMark } from './live-marks.ts'

/** What the page tells the worker of a live comparison: first the base, then what was touched of the live text. */
export type LiveOrder =
  | Readonly<{ base: ComparedText; settings: LabelSettings; held: HeldNumbers | null }>
  | Readonly<{ round: number; touched: readonly Clause[]; order: readonly ClauseId[] | null }>

/**
 * What the worker answers: the marks that are others since its last answer, those that are gone, and the changes in order
 * of the page. `round`: the last one heard of; `isProvisional`: the alignment is older than the words, and a further answer follows.
 */
export type LiveAnswer =
  | Readonly<{ round: number; set: readonly LiveMark[]; gone: readonly string[]; changes: readonly LiveChange[]; isProvisional: boolean }>
  | Readonly<{ fault: string }>
