import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { Comparison, Correction, Progress } from '#shared/compare/index.ts'

/** One text to compare: its clauses, and the hold on its numbering if there is one. */
export type ComparedText = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/** What the page asks the worker. */
export type CompareOrder = Readonly<{ base: ComparedText; revised: ComparedText; corrections: readonly Correction[] }>

/** What the worker answers: how far it is, any number of times, then the comparison, or the words of the fault that it met. */
export type CompareAnswer = Readonly<{ progress: Progress } | { comparison: Comparison } | { fault: string }>
