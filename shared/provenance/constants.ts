/** The numbers that decide; SPEC.md says what each was set on. */

/** Where two texts share so many words in a row, a run is sought. */
export const SEED_WORDS = 3
/** A seed that stands at more places of the library leads nowhere: it bounds the work by the number of words. */
export const MAX_SEED_PLACES = 48

/** So many words in a row are a formula when they stand in `FORMULA_ARTICLES` articles of one instrument, or in all of `FORMULA_INSTRUMENTS` or more. */
export const FORMULA_WORDS = 4
export const FORMULA_ARTICLES = 5
export const FORMULA_INSTRUMENTS = 4

/** A run shows a source when it has so many words, and so many of them outside formulas. */
export const MIN_RUN_WORDS = 7
export const MIN_OWN_WORDS = 5
/** So do shorter runs that together make up this share of the clause and this many words outside formulas. */
export const MIN_SHARE = 0.5
export const MIN_SHARED_OWN_WORDS = 7

/** Of equal candidates the one that the rest of the article, and of the text, is taken from: worth so many words at most. */
export const ARTICLE_BONUS_WORDS = 2
export const TEXT_BONUS_WORDS = 1

/** A clause too short to show a source by itself: a heading, an item of a list. */
export const SHORT_WORDS = 8

export const MAX_CANDIDATES = 32
export const MAX_PASSAGES = 5
