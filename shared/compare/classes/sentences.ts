import { spoken, type Hunk, type HunkSide } from './hunk.ts'
import type { Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'
import { isTurnedRound } from './wording.ts'

/** Letters before and after a change within which its sentence begins and ends. */
const REACH = 400

/**
 * A change in a sentence that as a whole says the same as before, word for word but for its forms, synonyms and light words
 * (CC19): "[the necessary]{such} measures {as may be necessary}". English alone, and only beside other changes.
 */
export function bySentence(hunk: Hunk, others: readonly Hunk[], reader: Reader): Verdict | null {
  if (!reader.english || others.length === 0) return null
  const [was, is] = [sentenceOf(hunk.base), sentenceOf(hunk.revised)]
  if (was === null || is === null || reader.spelledOf(was) !== reader.spelledOf(is)) return null
  return isTurnedRound(reader.words(was), reader.words(is), reader) ? null : excused('synonym', spoken(hunk))
}

/** The sentence, or item, that a side of a change stands in; null where it is too long to be read beside each change. */
function sentenceOf({ words, before, after }: HunkSide): string | null {
  if (words.length > REACH) return null
  const [near, next] = [before.slice(-REACH), after.slice(0, REACH)]
  const begins = beginOf(near)
  const ends = next.search(STOP)
  if ((begins < 0 && before.length > REACH) || (ends < 0 && after.length > REACH)) return null
  return near.slice(Math.max(0, begins)) + words + (ends < 0 ? next : next.slice(0, ends))
}

const STOP = /[.;:](?:\s|$)/v
function beginOf(text: string): number {
  for (let at = text.length - 1; at > 0; at--) if (/\s/v.test(text[at] ?? '') && /[.;:]/v.test(text[at - 1] ?? '')) return at
  return -1
}
