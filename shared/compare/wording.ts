import { foldSpelling } from './fold.ts'
import { isSpace, segment } from './segment.ts'

/**
 * A clause's text as words and signs with the spaces between them: `gaps[i]` stands before `words[i]`, and one more
 * after the last. `ids[i]` names the word's folded spelling: two words with one id differ in typography or hyphens only.
 * `references`: the words that refer to a renumbered clause, with its name.
 */
export type Wording = Readonly<{ words: readonly string[]; gaps: readonly string[]; ids: readonly number[]; references?: ReadonlyMap<number, string> }>

/** Gives each folded spelling a number, the same for all wordings read with it. */
export type Spellings = Map<string, number>

export function wordingOf(text: string, spellings: Spellings): Wording {
  const words: string[] = []
  const ids: number[] = []
  const gaps: string[] = []
  let gap = ''
  for (const part of segment(text)) {
    if (isSpace(part)) {
      gap += part
      continue
    }
    words.push(part)
    ids.push(spelled(spellings, foldSpelling(part)))
    gaps.push(gap)
    gap = ''
  }
  gaps.push(gap)
  return { words, gaps, ids }
}

/** The number of a spelling. */
export function spelled(spellings: Spellings, spelling: string): number {
  let id = spellings.get(spelling)
  if (id === undefined) {
    id = spellings.size
    spellings.set(spelling, id)
  }
  return id
}

/** Words `from` up to `to` with the gaps before and between them, not the one after. */
export function textBetween(wording: Wording, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += (wording.gaps[i] ?? '') + (wording.words[i] ?? '')
  return text
}
