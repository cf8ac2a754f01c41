import type { ClauseText } from '#shared/clauses/index.ts'
import type { Instrument, Provenance } from '#shared/provenance/index.ts'
import type { TermTable } from '#shared/terms/index.ts'

/** What the page asks the worker. */
export type StudyOrder =
  | Readonly<{ study: 'provenance'; text: Instrument; library: readonly Instrument[] }>
  | Readonly<{ study: 'terms'; texts: readonly ClauseText[] }>

/** What the worker answers, or the words of the fault that it met. */
export type StudyAnswer = Readonly<{ provenance: Provenance } | { terms: TermTable } | { fault: string }>
