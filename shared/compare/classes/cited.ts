import { DRAFTING } from './drafting.ts'
import { isJoint, isLabel, levelNamed } from './reference-words.ts'

/** What stands for phrases that link a noun to the rule that it comes from: "under", "referred to in", "pursuant to". */
export const LINKS: ReadonlySet<string> = new Set(['pursuant', 'set-out'])

/** Whether a reference begins at `at` of English words: "article 5", "the provisions of paragraph 2", "this Convention". The link before it is then no more than "of" (CC14). */
export function isReferenceAt(words: readonly string[], at: number): boolean {
  const phrase = DRAFTING.at(words, at)
  const from = phrase !== null && phrase.meaning.length === 0 ? phrase.to : at
  const [first, second] = [words[from] ?? '', words[from + 1] ?? '']
  return (levelNamed(first) !== null && isLabel(second)) || (first === 'this' && (levelNamed(second) !== null || INSTRUMENTS.has(second)))
}
const INSTRUMENTS: ReadonlySet<string> = new Set(['convention', 'agreement', 'protocol', 'treaty', 'regulation', 'directive', 'act'])

const PLACE_WORDS: ReadonlySet<string> = new Set(['above', 'below'])

/** Whether the word at `at` says no more than where a reference before it points: "paragraph 2 above" (CC14). */
export function isPlaceWordAt(words: readonly string[], at: number): boolean {
  if (!PLACE_WORDS.has(words[at] ?? '') || /^\p{N}/v.test(words[at + 1] ?? '')) return false
  for (let from = at - 1; from >= Math.max(0, at - REACH); from--) {
    const word = words[from] ?? ''
    if (levelNamed(word) !== null) return from < at - 1
    if (!isLabel(word) && !isJoint(word)) return false
  }
  return false
}
/** Words back from "above" to the noun that it belongs to: "subparagraphs a, b and c above". */
const REACH = 8

const ACTS: ReadonlySet<string> = new Set('make makes making made conduct conducts conducting conducted'.split(' '))
const NAMED_ACT = /.{3}(?:ation|[st]ion|ment)s?$/v

/** Whether the verb at `at` only carries the act that the noun behind it names: "make an assessment of", "conduct investigations" (CC13). */
export function isCarrierAt(words: readonly string[], at: number): boolean {
  if (!ACTS.has(words[at] ?? '')) return false
  const next = words[at + 1] ?? ''
  return NAMED_ACT.test(next === 'a' || next === 'an' || next === 'the' ? (words[at + 2] ?? '') : next)
}
