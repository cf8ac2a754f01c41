import type { ClauseId } from '#shared/clauses/index.ts'

/** `means`: a definition that says what the term means; `hereinafter`: a short name given in passing ("hereinafter referred to as “the Committee”"). */
export type Manner = 'means' | 'hereinafter'

/**
 * A term where it is defined: it stands at `from` to `to` of the clause's text, without its quotation marks. `wording` is
 * the definition with its limbs, a clause a line. `scope`: the article for which alone it holds, or null.
 */
export type Definition = Readonly<{ term: string; clause: ClauseId; from: number; to: number; manner: Manner; wording: string; scope: ClauseId | null }>

/** Where a clause has a term, outside its definitions: places in its text, in order. */
export type ClauseUses = Readonly<{ clause: ClauseId; places: readonly Readonly<{ from: number; to: number }>[] }>

export const TERM_FLAGS = ['unused', 'defined-twice', 'undefined'] as const
/** `undefined`: used here, and defined in another text alone. */
export type TermFlag = (typeof TERM_FLAGS)[number]

/** A term in one text; `count` is of all its uses. */
export type TermCell = Readonly<{ definitions: readonly Definition[]; uses: readonly ClauseUses[]; count: number; flags: readonly TermFlag[] }>

/**
 * A term across texts, a cell a text. `terms`: how each text that defines it writes it, the first first. `differs`: two
 * texts define it in other words. `near`: the texts call it by different names.
 */
export type TermRow = Readonly<{ terms: readonly string[]; cells: readonly TermCell[]; differs: boolean; near: boolean }>

/** An expression that is used as if it were defined: in quotation marks, or with capitals in the middle of sentences. */
export type Loose = Readonly<{ words: string; sign: 'quoted' | 'capitals'; uses: readonly ClauseUses[]; count: number }>

/** `rows` in the order in which the texts define their terms, the first text first; `loose` for each text, the most used first. */
export type TermTable = Readonly<{ rows: readonly TermRow[]; loose: readonly (readonly Loose[])[] }>
