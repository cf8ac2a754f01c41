import { isSpace, referencesIn, segment } from '#shared/compare/index.ts'

/** A number that refers to an article of the text itself, or to a paragraph of the article that it stands in, at `from` to `to`. */
export type OwnReference = Readonly<{ kind: 'article' | 'paragraph'; number: string; from: number; to: number }>

const OF = /^(?:of|du|de|del)$/iv
/** What an instrument calls itself by, and what its parts are. */
const OWN = /^(?:this|present|présente?|presente|part|chapter|section|article)$/iv
const SKIPPED = /^(?:the|la|le|l|el)$/iv
/** Between the number and its "of": "article 2, subparagraph (a), of this Convention". */
const REACH = 24
const HOLDER = /^(?:articles?|arts?|annex|section|regulation|rule|artículos?|стат\p{L}+|المادة|المادتين|المواد)$/iv
const PART = /^(?:[,\(\)]|paragraphs?|subparagraphs?|articles?|point|and|or|to|\p{Nd}+|\p{L})$/iv

/** The references in `text` that it makes to itself; those to other instruments ("article 3 of the Vienna Convention") are left out. */
export function ownReferencesIn(text: string): readonly OwnReference[] {
  const words: string[] = []
  const starts: number[] = []
  let at = 0
  for (const part of segment(text)) {
    if (!isSpace(part)) {
      words.push(part)
      starts.push(at)
    }
    at += part.length
  }
  return referencesIn(words).flatMap(({ at: index, kind, number }) => {
    if (isElsewhere(words, index + 1) || (kind === 'paragraph' && isOfArticle(words, index))) return []
    const from = starts[index] ?? 0
    return [{ kind, number, from, to: from + number.length }]
  })
}

/** Whether what follows says that another instrument is meant. */
function isElsewhere(words: readonly string[], after: number): boolean {
  for (let i = after; i < after + REACH; i++) {
    const word = words[i]
    if (word === undefined) return false
    if (OF.test(word)) {
      const next = words[i + 1] ?? ''
      const named = SKIPPED.test(next) ? (words[i + 2] ?? '') : next
      return !OWN.test(named)
    }
    if (!PART.test(word)) return false
  }
  return false
}

/** Whether the paragraph is one of an article that is named before it: "article 46, paragraph 15". */
function isOfArticle(words: readonly string[], index: number): boolean {
  let before = index - 1
  if (/^par/iv.test(words[before] ?? '')) before--
  while (!HOLDER.test(words[before] ?? '') && PART.test(words[before] ?? '')) before--
  return HOLDER.test(words[before] ?? '')
}
