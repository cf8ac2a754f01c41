import type { ClauseText, LabelSettings } from '#shared/clauses/index.ts'
import type { Instrument } from '#shared/provenance/index.ts'
import { treaty, UN_ENGLISH, type Draft } from '#tests/support/treaty.ts'

/** An instrument of these clauses, its numbering running. */
export const instrument = (title: string, drafts: readonly Draft[], settings: LabelSettings = UN_ENGLISH): Instrument => ({ text: textOf(title, drafts, settings), held: null })

export const textOf = (title: string, drafts: readonly Draft[], settings: LabelSettings = UN_ENGLISH): ClauseText => ({ title, settings, clauses: treaty(...drafts) })
