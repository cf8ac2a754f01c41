import type { Clause, ClauseText } from '#shared/clauses/index.ts'

/**
 * The clauses, by index, that read otherwise in `now` than in `before`; null where the two texts differ in more than
 * words: in which clauses they have, in their order, kinds, depths, numbers or settings (IC5).
 */
export function rewordedIn(before: ClauseText, now: ClauseText): readonly number[] | null {
  if (before.clauses.length !== now.clauses.length || !sameSettings(before, now)) return null
  const reworded: number[] = []
  for (const [at, clause] of now.clauses.entries()) {
    const was = before.clauses[at]
    if (was === clause) continue
    if (was === undefined || !samePlace(was, clause)) return null
    if (was.text !== clause.text || !sameSpans(was, clause)) reworded.push(at)
  }
  return reworded
}

const sameSettings = ({ settings: one }: ClauseText, { settings: other }: ClauseText): boolean =>
  one === other || (one.style === other.style && one.language === other.language && one.articleWord === other.articleWord)

const samePlace = (one: Clause, other: Clause): boolean => one.id === other.id && one.kind === other.kind && one.depth === other.depth && one.number === other.number

const sameSpans = ({ spans: one }: Clause, { spans: other }: Clause): boolean =>
  one === other || (one.length === other.length && one.every((span, i) => span.from === other[i]?.from && span.to === other[i].to && span.mark === other[i].mark))
