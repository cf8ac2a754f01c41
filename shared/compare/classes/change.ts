import { byAcronym } from './acronyms.ts'
import { groundsOf, plainGround } from './grounds.ts'
import { byHeading } from './headings.ts'
import { bothSides, eitherSide, spoken, type Hunk } from './hunk.ts'
import { byAnnounced, byIndefinite } from './indefinite.ts'
import type { Reader } from './reader.ts'
import { byReferences, type SameTarget } from './references.ts'
import { byMove } from './moved.ts'
import { bySaid, type Told } from './said.ts'
import { bySentence } from './sentences.ts'
import { bySigns } from './signs.ts'
import { excused, substance, type Verdict } from './types.ts'
import { WEIGHTY } from './weighty.ts'
import { byOtherWording, bySameWording, isEndOfItem, type IsKnown } from './wording.ts'

/** What the rules know about a change beyond its clause. */
export type Knowledge = Readonly<{
  reader: Reader
  sameTarget: SameTarget
  isKnown: IsKnown
  /** The other changes of the clause. */
  others: readonly Hunk[]
  /** Whether words that only one side has here stand in what the other has alone somewhere else. */
  standsElsewhere: (words: string, side: 'base' | 'revised') => boolean
  told: () => Readonly<{ base: Told; revised: Told }>
  isDefinition: boolean
  /** Whether the change is in a heading over clauses that stay. */
  isHeading: () => boolean
}>

/** Whether `text` ends in the third or a later name of a list. */
const isAmongNames = (text: string): boolean => {
  const names = text.split(';').slice(-3)
  return names.length === 3 && names.slice(1).every((name) => name.length < LONGEST_NAME && !/[.:]/v.test(name))
}
const LONGEST_NAME = 80

/** A name of parts and figures, as chemistry and technology form them: letters, figures and hyphens. */
const SYSTEMATIC = /^(?=[^\s]*\p{N})(?=[^\s]*\p{L}{3})(?=[^\s]*-)[\p{L}\p{N}\-,.'′’\[\]:ßαβγδ\s]+$/v

/**
 * The class of one change (CC1 to CC10): the first rule that knows it decides, and what no rule excuses is substance. The same
 * whichever text is the base.
 */
export function classifyChange(hunk: Hunk, known: Knowledge): Verdict {
  const { reader } = known
  const plain = bySigns(hunk) ?? byReferences(hunk, known.sameTarget) ?? byMove(hunk, known.others, reader) ?? byGloss(hunk) ?? byAcronym(hunk) ?? (isEndOfItem(hunk, reader) ? excused('grammar', spoken(hunk)) : null) ?? byNewSentence(hunk, reader) ?? byElsewhere(hunk, known) ?? byIndefinite(hunk, reader) ?? byAnnounced(hunk, reader)
  if (plain !== null) return plain
  const grounds = groundsOf(hunk, reader)
  const same = bySameWording(hunk, reader) ?? bySentence(hunk, known.others, reader) ?? (grounds.length === 0 ? byOtherWording(hunk, reader, known.isKnown) : null) ?? bySaid(hunk, known.told, reader) ?? byHeading(hunk, known.isHeading, reader)
  if (same !== null) return same
  return substance(grounds.length > 0 ? grounds : [plainGround(hunk, known.isDefinition)], spoken(hunk))
}

/** Words that a clause of their own has become, or that were one. */
function byElsewhere(hunk: Hunk, { reader, standsElsewhere }: Knowledge): Verdict | null {
  const [was, is] = [hunk.base.words, hunk.revised.words].map((words) => reader.canonOf(words).length)
  if ((was ?? 0) > 0 === (is ?? 0) > 0 || (was ?? 0) + (is ?? 0) < 2) return null
  const [words, side] = (was ?? 0) > 0 ? [hunk.base.words, 'base'] as const : [hunk.revised.words, 'revised'] as const
  return standsElsewhere(words, side) ? excused('elsewhere', spoken(hunk)) : null
}

/** Another name in brackets after the name itself: a systematic one, or one word in a list of names parted by semicolons. */
function byGloss(hunk: Hunk): Verdict | null {
  const { struck, inserted } = spoken(hunk)
  if (isNamedAgain(struck, inserted) || isNamedAgain(inserted, struck)) return excused('gloss', spoken(hunk))
  if (/^(?:\(\p{Ll}{5,}\))?$/v.test(struck) && /^(?:\(\p{Ll}{5,}\))?$/v.test(inserted) && bothSides(hunk, ({ before, after }) => isAmongNames(before) && /^\s*;/v.test(after))) return excused('gloss', spoken(hunk))
  if (struck === '' || inserted === '') return null
  const inBrackets = !eitherSide(hunk, ({ words, before, after }) => {
    const open = /\([^\(\)]*$/v.exec(before.slice(-LONGEST_NAME))?.[0] ?? ''
    return open === '' || !/^[^\(\)]*\)/v.test(after.slice(0, LONGEST_NAME)) || !SYSTEMATIC.test(open.slice(1) + words + (/^[^\(\)]*(?=\))/v.exec(after.slice(0, LONGEST_NAME))?.[0] ?? ''))
  })
  return inBrackets ? excused('gloss', spoken(hunk)) : null
}

/** "Homologous" has become "allogenic (homologous)": the name stays in brackets behind another (CC15). */
function isNamedAgain(name: string, both: string): boolean {
  const { first, second } = NAME_IN_BRACKETS.exec(both)?.groups ?? {}
  return first !== undefined && second === name && WEIGHTY.in([first, name]).length === 0
}
const NAME_IN_BRACKETS = /^(?<first>[\p{Ll}\-]{4,}) \((?<second>[\p{Ll}\-]{4,})\)$/v

const SUBJECT_AND_VERB = /^[\s.;,]*(?:and\s+)?(?:it|they|he or she|he|she)\s+(?<verb>shall|may|must|should)\s*$/iv
const VERBS = /\b(?:shall|may|must|should)\b/giv

/** "…, and notify …" become "…. It shall notify …": the same subject and verb once more. */
function byNewSentence(hunk: Hunk, reader: Reader): Verdict | null {
  if (!reader.english) return null
  const [was, is] = [SUBJECT_AND_VERB.exec(hunk.base.words), SUBJECT_AND_VERB.exec(hunk.revised.words)]
  const side = was === null ? hunk.revised : hunk.base
  const verb = (was ?? is)?.groups?.['verb']?.toLowerCase()
  const other = was === null ? hunk.base : hunk.revised
  if (verb === undefined || (was !== null && is !== null) || reader.canonOf(other.words).some((key) => key !== 'and')) return null
  return side.before.match(VERBS)?.at(-1)?.toLowerCase() === verb ? excused('grammar', spoken(hunk)) : null
}
