/*
 * Words by Unicode classes, not by Intl.Segmenter: its dictionaries differ per engine, and browser and server must agree.
 * Order matters: the first alternative that fits wins.
 */
const LETTER = String.raw`[[\p{L}\p{M}\p{N}\p{Join_Control}\u00AD]--\p{Script=Han}]`
/** What Unicode never parts from the sign before it (UAX 29, GB9 and GB9a). */
const EXTEND = String.raw`[\p{Grapheme_Extend}\p{M}\p{Emoji_Modifier}\u200D]`
/** Joins two parts into one word: apostrophes, full stops ("U.N."), hyphens of all makes. */
const JOINT = String.raw`[.'’ʼ\-‐‑·]`
/** A number with its groups and decimals, a date in figures, a time; a percent sign or currency belongs to it. */
const NUMBER = String.raw`[$€£¥]?\p{N}+(?:[.,:\/’'\-]\p{N}+|[\u00A0\u202F\u2009]\p{N}{3})*(?:\s?[%‰])?(?!${EXTEND}|[\p{L}\p{N}])`
/** Chinese: numerals of two signs or more, and the few words on which an obligation hangs, are one unit. */
const HAN_UNIT = '[〇零一二三四五六七八九十百千万亿]{2,}|缔约国|应当|可以|必须|不得|不应|不可|尽力|努力'
const SEGMENT = new RegExp(
  [
    String.raw`\s+${EXTEND}*`,
    NUMBER,
    `(?:${HAN_UNIT}|\\p{Script=Han})${EXTEND}*`,
    `${LETTER}+(?:${JOINT}${LETTER}+)*${EXTEND}*`,
    String.raw`(?:\p{RI}{2}|[^])(?:\u200D\p{Extended_Pictographic}|${EXTEND})*`,
  ].join('|'),
  'gv',
)

const WORD_LIKE = /[\p{L}\p{N}]/v
const NUMBER_LIKE = /\p{N}|^[〇零一二三四五六七八九十百千万亿]{2,}/v
const SPACE = /^\s/v

/** `text` cut into words, spaces and single signs; joined again it is `text`. Never cuts a grapheme cluster. */
export const segment = (text: string): readonly string[] => text.match(SEGMENT) ?? []

/** Whether a segment is a word or a number rather than a sign or a space. */
export const isWord = (segment: string): boolean => WORD_LIKE.test(segment)
export const isNumber = (segment: string): boolean => NUMBER_LIKE.test(segment)
export const isSpace = (segment: string): boolean => SPACE.test(segment)

/** How many words `text` has; a Chinese character or fixed unit counts as one. */
export function countWords(text: string): number {
  let words = 0
  for (const part of segment(text)) if (isWord(part)) words++
  return words
}
