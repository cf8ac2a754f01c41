import type { HunkSide } from './hunk.ts'

/** Letters beside a change among which the words that it touches are looked for. */
const REACH = 60

/** The end of the phrase that stands before a change, back to a stop. */
export const phraseBefore = ({ before }: HunkSide): string => {
  const near = before.slice(-REACH)
  return near.slice(near.search(/[^.;:]*$/v))
}

/** The beginning of the phrase that stands after a change, up to a stop. */
export const phraseAfter = ({ after }: HunkSide): string => /^[^.;:]*/v.exec(after.slice(0, REACH))?.[0] ?? ''
