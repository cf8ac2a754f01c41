import { foldSpelling } from './fold.ts'
import { isSpace, segment } from './segment.ts'

/**
 * A clause's text as words and signs with the spaces between them: `gaps[i]` stands before `words[i]`, and one more
 * after the last. `ids[i]` names the word's folded spelling: two words with one id differ in typography or hyphens only.
 */
export type Wording = Readonly<{ words: readonly string[]; gaps: readonly string[]; ids: readonly number[] }>

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
    const spelling = foldSpelling(part)
    let id = spellings.get(spelling)
    if (id === undefined) {
      id = spellings.size
      spellings.set(spelling, id)
    }
    words.push(part)
    ids.push(id)
    gaps.push(gap)
    gap = ''
  }
  gaps.push(gap)
  return { words, gaps, ids }
}

/** Words `from` up to `to` with the gaps before and between them, not the one after. */
export function textBetween(wording: Wording, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += (wording.gaps[i] ?? '') + (wording.words[i] ?? '')
  return text
}
