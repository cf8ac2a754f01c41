/**
 * The words of `text`, in order: what an import may neither lose nor add (FM1). A word is a run of letters, marks and
 * digits; each Han character is a word of its own, since Chinese prints no spaces between a label and its wording.
 * Case is folded, for a source prints "CHAPTER" where a label says "Chapter". Invisible format characters (soft
 * hyphen, direction marks) are nothing, so `com\u00ADputer` is one word.
 */
export const wordsOf = (text: string): readonly string[] =>
  text.replace(/\p{Cf}/gu, '').toLowerCase().match(/\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv) ?? []

/** Whether `text` holds any word at all. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
