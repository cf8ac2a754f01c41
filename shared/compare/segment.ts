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
  'yv',
)

const WORD_LIKE = /[\p{L}\p{N}]/v
const NUMBER_LIKE = /\p{N}|^[〇零一二三四五六七八九十百千万亿]{2,}/v
const SPACE = /^\s/v

/**
 * `text` cut into words, spaces and single signs; joined again it is `text`. Never cuts a grapheme cluster. Plain Latin
 * words are read by hand, an order of magnitude faster; whatever else comes, the pattern above decides.
 */
export function segment(text: string): readonly string[] {
  const segments: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = segmentEnd(text, at)
    segments.push(text.slice(at, end))
    at = end
  }
  return segments
}

/** Where the segment that begins at `at`, before the end of `text`, ends. */
export function segmentEnd(text: string, at: number): number {
  const end = plainEnd(text, at)
  if (end >= 0) return end
  SEGMENT.lastIndex = at
  SEGMENT.test(text)
  return SEGMENT.lastIndex
}

/** As `segment`, by the pattern alone: the oracle of the reader by hand. */
export const segmentByPattern = (text: string): readonly string[] => text.match(new RegExp(SEGMENT.source, 'gv')) ?? []

/** What a code unit below 128 is to the reader by hand. */
const [OTHER, SPACE_SIGN, LATIN, DIGIT, JOINING, PLAIN_SIGN] = [0, 1, 2, 3, 4, 5]
const SORT = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit)
  if (/\s/v.test(sign)) return SPACE_SIGN
  if (/[A-Za-z]/v.test(sign)) return LATIN
  if (/\d/v.test(sign)) return DIGIT
  if (/[.'\-]/v.test(sign)) return JOINING
  return sign === '$' || unit < 32 ? OTHER : PLAIN_SIGN
})

function sortAt(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  return unit < 128 ? (SORT[unit] ?? OTHER) : OTHER
}

/** Where the segment that begins at `at` ends, when it and the sign behind it are plain; -1 when the pattern must say. */
function plainEnd(text: string, at: number): number {
  const sort = sortAt(text, at)
  let end = at + 1
  if (sort === SPACE_SIGN) while (end < text.length && sortAt(text, end) === SPACE_SIGN) end++
  else if (sort === LATIN) {
    while (end < text.length) {
      const next = sortAt(text, end)
      if (next === LATIN || next === DIGIT) end++
      else if (next === JOINING && end + 1 < text.length && (sortAt(text, end + 1) === LATIN || sortAt(text, end + 1) === DIGIT)) end += 2
      else if (next === JOINING && text.charCodeAt(end + 1) >= 128) return -1
      else break
    }
  } else if (sort !== JOINING && sort !== PLAIN_SIGN) return -1
  return end < text.length && text.charCodeAt(end) >= 128 ? -1 : end
}

/** Whether a segment is a word or a number rather than a sign or a space. */
export const isWord = (segment: string): boolean => {
  const sort = SORT[segment.charCodeAt(0)]
  return sort === LATIN || sort === DIGIT || (sort !== SPACE_SIGN && WORD_LIKE.test(segment))
}
export const isNumber = (segment: string): boolean => NUMBER_LIKE.test(segment)
export const isSpace = (segment: string): boolean => {
  const unit = segment.charCodeAt(0)
  return unit < 128 ? SORT[unit] === SPACE_SIGN : SPACE.test(segment)
}

/** The words and numbers of `text`, signs and spaces left out. */
export function wordsIn(text: string): readonly string[] {
  const words: string[] = []
  eachWord(text, (from, to) => words.push(text.slice(from, to)))
  return words
}

/** How many words `text` has; a Chinese character or fixed unit counts as one. */
export function countWords(text: string): number {
  let words = 0
  eachWord(text, () => words++)
  return words
}

/** Shows where each word begins and ends; what is plainly a sign or a space is not even cut out. */
function eachWord(text: string, show: (from: number, to: number) => void): void {
  let at = 0
  while (at < text.length) {
    const sort = sortAt(text, at)
    const end = segmentEnd(text, at)
    if (sort === LATIN || sort === DIGIT || (sort === OTHER && isWord(text.slice(at, end)))) show(at, end)
    at = end
  }
}
