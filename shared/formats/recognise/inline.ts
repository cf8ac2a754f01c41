import { SENTENCE_OPENER } from './lexicon.ts'
import { labelAt, type PrintedLabel } from './label.ts'

const CANDIDATE = /(?:\[\s*)*(?:[(（]\s?[\p{L}\p{N}]{1,7}\s?[)）]|\p{N}{1,3}(?:\.\p{N}{1,3})*[a-z]{0,3}\.?(?=\s)|(?<![\p{L}\p{N}(（])[a-z]{1,4}\))/gu
const CONJUNCTION = /(?:^|\s)(?:and|or|et|ou|y|e|o|u|и|или|و|أو)[,;]?\s*$/u
/** How far back a sentence's end is looked for, in characters: a conjunction and some closing marks. */
const LOOK_BACK = 24
/** How far ahead the next label of the same form is looked for, in characters. */
export const LOOK_AHEAD = 4000

/** Whether the words before `at` end a sentence or an item, so that a label may follow: `;`, `. `, `: `, `; and`. */
function endsItem(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at)
  if (!/[\s\])”"]$/u.test(before)) return false
  return /[.;:؛。；：][\s\])”"’»]*$/u.test(before.replace(CONJUNCTION, ' '))
}

/**
 * The next place in `text` from `from` on where a label may stand inside the line: after the end of an item, before a
 * word that opens a sentence when the label is a plain number. Whether it is one is for the outline to say.
 */
export function* inlineLabels(text: string, from: number): Generator<PrintedLabel> {
  CANDIDATE.lastIndex = from
  const pattern = new RegExp(CANDIDATE)
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (!endsItem(text, match.index)) continue
    const label = labelAt(text, match.index)
    if (label === null || label.end >= text.length) continue
    const after = text.slice(label.end, label.end + 4)
    if (label.form === 'dot' && !/^\s(?:[\s\p{P}]*)(?:\p{Lu}|\p{Lo}|\p{Lt})/u.test(after) && !/^\s[[("“«]/u.test(after)) continue
    if (label.form === 'decimal' && !/^\s[[("“«]*(?:\p{Lu}|\p{Lo})/u.test(after)) continue
    yield label
  }
}

/** A line longer than this that ends as a sentence is no title, in characters. */
const MAX_TITLE = 120
/** A line longer than this is none at all: an annex of a page in one line would else stand in every outline. */
const MAX_WHOLE = 600
/** Deeds open in capitals: "schedules THIS CONTRACT made the … day". */
const DEED = /(?<=[\p{Ll})\]])\s(?=\p{Lu}{2,} \p{Lu}{4,} \p{Ll})/u
const FIRST_NUMBER = /(?:^|\s)(?=\[*(?:1\.|\d{1,2}\.1)\s+[[("“«]*(?:\p{Lu}|[a-z]\)))/u

/**
 * Where the title of a division ends and its wording begins, when `line` runs them together; `line.length` when it is
 * all title, 0 when it is all wording (FM8). Languages without capitals give no sign: there the line stays whole.
 */
export function titleEnd(line: string, isArticle: boolean): number {
  const numbered = FIRST_NUMBER.exec(line)
  if (numbered !== null && numbered.index < 400) return numbered.index
  const deed = DEED.exec(line.slice(0, 300))
  if (deed !== null) return deed.index + 1
  const list = /\s(?=\[*(?:\(?a\)|\(?أ\))\s)/u.exec(line.slice(0, 300))
  const isSentence = /[.:;,؛][\])”"’]*$/u.test(line)
  if (!isSentence && list === null && line.length <= 300) return line.length
  const opener = sentenceStart(line)
  if (opener !== null && (opener > 0 || isArticle || line.length > MAX_TITLE)) return opener
  return line.length > (isSentence ? MAX_TITLE : MAX_WHOLE) ? 0 : line.length
}

const WORDS_LOOKED_AT = 40

/**
 * The place of the first word that opens a sentence within the first words of `line`, or null. A sentence also shows by
 * saying the title again: "Safety zones Safety zones of a reasonable breadth".
 */
function sentenceStart(line: string): number | null {
  const seen = new Set<string>()
  let before = ''
  let first = ''
  let count = 0
  for (const match of line.slice(0, 600).matchAll(/\S+/gu)) {
    const word = match[0].replace(/^[[("“«‘]+|[,:;.\])”"]+$/gu, '')
    const pair = `${before} ${word}`
    if (count === 0) {
      first = word
      if (SENTENCE_OPENER.test(word)) return 0
    } else if (/^\p{Lu}/u.test(word)) {
      if (word === first && (count === 1 || before !== '')) return match.index
      if (word.toLowerCase() === before) return match.index
      if (/[\p{Ll}\p{N}\])”"]$/u.test(before) && opens(word, before, line.slice(match.index))) return match.index
    }
    if (seen.has(pair) && /^\p{Lu}/u.test(before)) return match.index - before.length - 1
    seen.add(pair)
    if (++count > WORDS_LOOKED_AT) return null
    before = match[0]
  }
  return null
}

const SUBJECT =
  /^(?:(?:High )?(?:Contracting )?(?:States?(?: Parties)?|Parties|Members|Ships|Coastal States|Contractors?|Disputes) (?:shall|may|undertake|have)|Les États|Los Estados)\b/u

const opens = (word: string, before: string, rest: string): boolean =>
  SENTENCE_OPENER.test(word) || (/^\p{Ll}/u.test(before) && SUBJECT.test(rest))
