import { isWord, segment } from '../segment.ts'
import { bothSides, spoken, type Hunk, type HunkSide } from './hunk.ts'
import { netOf } from './reader.ts'
import { isJoint, isLabel, levelNamed, type ReferenceLevel } from './reference-words.ts'
import { excused, substance, type Verdict } from './types.ts'

/** One label in a change: `level` is what it numbers; `within` the label of the article before a bracketed number, if any. */
export type Reference = Readonly<{ level: ReferenceLevel; label: string; within: string | null }>

/** What the alignment says of two references: the same target, another one, or nothing. */
export type SameTarget = (base: Reference, revised: Reference) => 'same' | 'other' | 'unclear' | 'unknown'

/** Characters before a change in which the noun that its numbers belong to must stand. */
const REACH = 160
/** A change with more letters says more than references. */
const LONGEST = 300
const NOTE_MARK = /^(?<word>[\p{L}\)\]”’"']*)\s?[\(\[]?\d{1,3}[\)\]]?(?<after>\s*)$/v

/** References renumbered, labels within wording, marks of notes (CC6, CC7). Null where the change is of something else. */
export function byReferences(hunk: Hunk, sameTarget: SameTarget): Verdict | null {
  return byNoteMark(hunk) ?? byLeadingLabel(hunk) ?? byTargets(hunk, sameTarget)
}

function byNoteMark(hunk: Hunk): Verdict | null {
  const [was, is] = [NOTE_MARK.exec(hunk.base.words), NOTE_MARK.exec(hunk.revised.words)]
  const word = was?.groups?.['word'] ?? ''
  const isAttached = [hunk.base.words, hunk.revised.words].some((words) => /\p{L}\d/v.test(words))
  return word !== '' && isAttached && word === is?.groups?.['word'] && levelNamed(word.toLowerCase()) === null ? excused('note-mark', spoken(hunk)) : null
}

/** "(b) the service …" become "(c) the service …": a label that stands in the wording at the beginning of a line, or of a sentence or item (CC18). */
function byLeadingLabel(hunk: Hunk): Verdict | null {
  if (isJoinedLabel(hunk.base, hunk.revised) || isJoinedLabel(hunk.revised, hunk.base)) return excused('label', spoken(hunk))
  return bothSides(hunk, (side) => isLeadingLabel(side) || isInlineLabel(side)) && spoken(hunk).struck + spoken(hunk).inserted !== '' ? excused('label', spoken(hunk)) : null
}

/** "Manipulation of …" becomes "M1 Manipulation of …". A number alone could be how many. */
const isJoinedLabel = (one: HunkSide, other: HunkSide): boolean =>
  /(?:^|[\r\n])\s*$/v.test(one.before.length <= MARGIN ? one.before : `x${one.before.slice(-MARGIN)}`) && JOINED.exec(other.words)?.groups?.['rest']?.trim().toLowerCase() === one.words.trim().toLowerCase() && one.words.trim() !== ''
const JOINED = /^\s*\p{Lu}{1,2}\.?\d{1,3}(?:\.\d{1,2})*[.:\)]?\s+(?<rest>\p{L}.*)$/sv

const MARGIN = 8

function isLeadingLabel({ words, before, after }: HunkSide): boolean {
  const margin = before.length <= MARGIN ? before : `x${before.slice(-MARGIN)}`
  if (!/(?:^|[\r\n])\s*[\(\[]?$/v.test(margin)) return false
  if (words.trim() === '') return true
  const label = /^\s*[\(\[]?(?<label>[\p{L}\p{N}.]{1,5}?)(?<close>[.:\)\]]?)\s*$/v.exec(words)?.groups
  return label !== undefined && isLabel((label['label'] ?? '').toLowerCase()) && (label['close'] !== '' || /^[.:\)\]]/v.test(after))
}

/** "…. 6) Each Party …", "…; (b) the service …": not in brackets, and not followed by what goes on with a reference. */
function isInlineLabel({ words, before, after }: HunkSide): boolean {
  const near = before.slice(-BRACKET_REACH)
  const opened = /[.:;]\s+(?:(?:and|or)\s+)?[\(\[]?$/v.exec(near)
  if (opened === null || /[\(\[][^\)\]]*$/v.test(near.slice(0, opened.index))) return false
  const label = /^[\(\[]?(?<label>[\p{L}\p{N}]{1,4})(?<close>[\)\]]?)$/v.exec(words.trim())?.groups
  if (label === undefined || !isLabel((label['label'] ?? '').toLowerCase())) return false
  return GOES_ON.test((label['close'] ?? '') + after.slice(0, BRACKET_REACH))
}
const BRACKET_REACH = 120
const GOES_ON = /^[\)\]]\s+(?!(?:and|or|to|of|et|ou|y|o)\b)\p{L}{2}/iv

type Read = Readonly<{ references: readonly Reference[]; nouns: readonly ReferenceLevel[]; joints: readonly string[] }>

function byTargets(hunk: Hunk, sameTarget: SameTarget): Verdict | null {
  const [was, is] = [readReferences(hunk.base), readReferences(hunk.revised)]
  if (was === null || is === null) return null
  const words = spoken(hunk)
  if (was.references.length + is.references.length === 0) {
    const isNamed = was.nouns.length > 0 && String(was.nouns) === String(is.nouns) && bothSides(hunk, ({ after }) => isLabel((segment(after.slice(0, 30).toLowerCase()).find((part) => isWord(part)) ?? '')))
    return isNamed ? excused('reference', words) : null
  }
  const key = ({ level, label, within }: Reference): string => `${level} ${within ?? ''} ${label}`
  const { lost, gained } = netOf(was.references.map(key), is.references.map(key))
  const [gone, come] = [was.references.filter((reference) => lost.includes(key(reference))), is.references.filter((reference) => gained.includes(key(reference)))]
  if (gone.length + come.length === 0) return netOf(was.joints, is.joints).lost.length + netOf(was.joints, is.joints).gained.length === 0 ? excused('reference', words) : null
  if ([...gone, ...come].every(({ level }) => level === 'note')) return excused('reference', words)
  const pairs = gone.map((reference, i) => [reference, come[i]] as const)
  const isSame = gone.length === come.length && pairs.every(([one, other]) => other !== undefined && (one.level === other.level || was.nouns.length === 0) && sameTarget(one, other) !== 'other')
  return isSame ? excused('reference', words) : substance([{ aspect: 'scope', ...words }], words)
}

/** The references in one side of a change, where it has nothing else; null where it has, or where no noun says what they number. */
function readReferences({ words, before, after }: HunkSide): Read | null {
  const references: Reference[] = []
  const nouns: ReferenceLevel[] = []
  const joints: string[] = []
  if (words.length > LONGEST) return null
  const parts = segment(words.toLowerCase())
  if (parts.some((part) => isWord(part) && levelNamed(part) === null && !isLabel(part) && !isJoint(part))) return null
  const lead = /第\s*$/v.test(before.slice(-2)) ? { level: levelNamed(after.slice(0, 1)), article: null, opened: false } : leadOf(before)
  let { level, article } = lead
  let opened = lead.opened
  for (const [at, part] of parts.entries()) {
    const named = levelNamed(part)
    if (named !== null) {
      nouns.push(named)
      level = named
      article = named === 'article' ? null : article
    } else if (/^[\(\[]$/v.test(part)) opened = true
    else if (/^[\)\]]$/v.test(part)) opened = false
    else if (isJoint(part) && !opened && !/^[\).]$/v.test(parts[at + 1] ?? '')) joints.push(part)
    else if (isWord(part)) {
      if (!isLabel(part) || level === null) return null
      const isBelow = opened && level === 'article' && article !== null
      references.push({ level: isBelow ? 'paragraph' : level, label: part, within: level === 'article' && !isBelow ? null : article })
      if (level === 'article' && !opened) article = part
    } else if (!/^[\s,;.\-–—:]+$/v.test(part)) return null
  }
  return { references, nouns, joints }
}

/** What the words before a change say of numbers in it: the level named last, and the article if one was. */
function leadOf(before: string): Readonly<{ level: ReferenceLevel | null; article: string | null; opened: boolean }> {
  const parts = segment(before.slice(-REACH).toLowerCase())
  let article: string | null = null
  const opened = /[\(\[][^\(\)\[\]]{0,4}$/v.test(before.slice(-6))
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? ''
    const level = levelNamed(part)
    if (level !== null) return { level, article: level === 'article' ? article : null, opened }
    if (isLabel(part) && parts[at - 1] !== '(' && !isJoint(part)) article ??= part
    const isPassed = !isWord(part) ? /^[\s,;.\(\)\[\]\-–—]+$/v.test(part) : isLabel(part) || isJoint(part) || /^(?:tec|teu|tfeu|no|nos)$/v.test(part)
    if (!isPassed) return { level: null, article: null, opened }
  }
  return { level: null, article: null, opened }
}
