import { classifyChange, type Knowledge } from '#shared/compare/classes/change.ts'
import { hunksIn } from '#shared/compare/classes/classes.ts'
import type { Hunk } from '#shared/compare/classes/hunk.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import type { Verdict } from '#shared/compare/classes/types.ts'
import type { RedlineRun } from '#shared/compare/index.ts'

const PART = /\[-(?<struck>.*?)-\]|\{\+(?<inserted>.*?)\+\}|(?<kept>(?:(?!\[-|\{\+)[^])+)/gv

/** The changes of a string such as `Parties [-shall-]{+may+} consult`. */
export function hunksOf(drawn: string): readonly Hunk[] {
  return hunksIn(
    [...drawn.matchAll(PART)].map(({ groups = {} }): RedlineRun => {
      const { struck, inserted, kept } = groups
      return struck !== undefined ? { kind: 'strike', text: struck } : inserted !== undefined ? { kind: 'insert', text: inserted } : { kind: 'keep', text: kept ?? '' }
    }),
  )
}

/** The only change of such a string. */
export function hunkOf(drawn: string): Hunk {
  const [hunk] = hunksOf(drawn)
  if (hunk === undefined) throw new Error(`no change in ${drawn}`)
  return hunk
}

/** The same change seen from the other text. */
export const swapped = ({ base, revised }: Hunk): Hunk => ({ base: revised, revised: base })

/** What the rules say of each change of such a string, when its clause is all they know. */
export function verdictsOn(drawn: string, given: Partial<Knowledge> & Readonly<{ english?: boolean; leadIn?: string }> = {}): readonly Verdict[] {
  const { english = true, leadIn = '', ...known } = given
  const hunks = hunksOf(drawn)
  const ownOf = (side: 'base' | 'revised', hunk: Hunk): string => hunk[side].before + hunk[side].words + hunk[side].after
  return hunks.map((hunk) =>
    classifyChange(hunk, {
      reader: new Reader(english),
      sameTarget: () => 'unknown',
      isKnown: () => false,
      others: hunks.filter((other) => other !== hunk),
      standsElsewhere: () => false,
      told: () => ({ base: { own: ownOf('base', hunk), leadIn }, revised: { own: ownOf('revised', hunk), leadIn } }),
      isDefinition: false,
      isHeading: () => false,
      ...known,
    }),
  )
}

/** The class and the first ground of the only change: `substance: obligation`. */
export const judge = (drawn: string, given: Parameters<typeof verdictsOn>[1] = {}): string =>
  verdictsOn(drawn, given)
    .map((verdict) => `${verdict.class}: ${verdict.grounds[0]?.aspect ?? ''}`)
    .join(', ')
