import type { Clause, LabelSettings } from './clause.ts'
import { citationsOf } from './citations.ts'
import type { HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import { isDivision, type ClauseKind } from './kinds.ts'
import { labelsOf } from './labels.ts'
import { placesOf, type Place } from './series.ts'

const count = <Key>(counts: Map<Key, number>, key: Key): Map<Key, number> => counts.set(key, (counts.get(key) ?? 0) + 1)

/** The drafting rules that are looked after; what each asks for stands in SPEC.md, CL40 to CL48. */
export const LINT_RULES = [
  'empty-heading',
  'empty-wording',
  'empty-division',
  'no-introduction',
  'kind-and-depth',
  'depth-jump',
  'duplicate-number',
  'single-member',
  'out-of-place',
] as const
export type LintRule = (typeof LINT_RULES)[number]

/** A breach of a drafting rule: reported, never repaired. `sentence` says what is wrong, where, and what to do. */
export type Finding = Readonly<{ id: ClauseId; rule: LintRule; sentence: string }>

type Around = Readonly<{
  clause: Clause
  parent: Clause | null
  /** How many clauses stand directly below. */
  children: number
  titledKinds: ReadonlySet<ClauseKind>
  isRepeated: boolean
  isFirst: boolean
  isFollowedByArticle: boolean
  isListOfOne: boolean
  cited: string
}>
type Check = (around: Around) => string | null

const NEEDS_NO_HEADING: readonly ClauseKind[] = ['preamble', 'testimonium']
const isBlank = (text: string): boolean => text.trim() === ''
const inAnnex = (parent: Clause | null): boolean => parent?.kind === 'annex' || parent?.kind === 'appendix'

/** A whole treaty may go without headings on its articles; one article among others may not. */
const emptyHeading: Check = ({ clause: { kind, text }, titledKinds, cited }) =>
  isDivision(kind) && !NEEDS_NO_HEADING.includes(kind) && isBlank(text) && (kind === 'title' || titledKinds.has(kind))
    ? `${cited} has no heading although others have one: write it.`
    : null

const emptyWording: Check = ({ clause: { kind, text }, children, cited }) =>
  !isDivision(kind) && isBlank(text) && children === 0
    ? `${cited} has no words: write them or delete the clause.`
    : null

const emptyDivision: Check = ({ clause: { kind }, children, cited }) =>
  isDivision(kind) && kind !== 'heading' && children === 0
    ? `Nothing stands below ${cited}: add a provision or delete it.`
    : null

const noIntroduction: Check = ({ clause: { kind }, parent, cited }) => {
  if (kind !== 'subparagraph' && kind !== 'item') return null
  if (parent !== null && (!isDivision(parent.kind) || inAnnex(parent))) return null
  return `${cited} has nothing above it that introduces it: put a paragraph or a chapeau before it, or make it a paragraph.`
}

const kindAndDepth: Check = ({ clause: { kind, depth }, parent, cited }) => {
  const least = kind === 'subparagraph' ? 1 : kind === 'item' ? 2 : 0
  const isTop = kind === 'paragraph' || kind === 'recital' || kind === 'enacting'
  const isDeep = isTop && depth > 0
  const isShallow = depth < least && !inAnnex(parent)
  if (!isDeep && !isShallow) return null
  const remedy = isDeep ? 'outdent it or change its kind' : 'indent it or change its kind'
  return `${cited} is a ${kind} at depth ${depth}: ${remedy}.`
}

const depthJump: Check = ({ clause: { kind, depth }, parent, cited }) => {
  if (isDivision(kind)) return null
  const expected = parent === null || isDivision(parent.kind) ? 0 : parent.depth + 1
  return depth > expected ? `${cited} is indented ${depth} deep below a text of ${expected}: outdent it.` : null
}

const duplicateNumber: Check = ({ isRepeated, cited }) =>
  isRepeated ? `${cited} has a number that another clause beside it already bears: change one of them.` : null

const singleMember: Check = ({ clause: { kind }, children, isListOfOne, cited }) => {
  if (kind === 'chapeau' && children === 0) return `${cited} introduces nothing: add its list or make it a paragraph.`
  return isListOfOne ? `${cited} is a list of one: add another or join it to the words above.` : null
}

const outOfPlace: Check = ({ clause: { kind }, parent, isFirst, isFollowedByArticle, cited }) => {
  if (kind === 'title' && !isFirst) return `${cited} does not open the text: move it to the beginning or change its kind.`
  if (kind === 'preamble' && parent !== null && parent.kind !== 'title') return `${cited} stands inside another division: move it out.`
  if (kind === 'testimonium' && isFollowedByArticle) return `${cited} stands before the last article: move it behind it.`
  if ((kind === 'recital' || kind === 'enacting') && parent !== null && parent.kind !== 'preamble' && !inAnnex(parent)) {
    return `${cited} stands outside the preamble: move it there or change its kind.`
  }
  return null
}

const CHECKS: Readonly<Record<LintRule, Check>> = {
  'empty-heading': emptyHeading,
  'empty-wording': emptyWording,
  'empty-division': emptyDivision,
  'no-introduction': noIntroduction,
  'kind-and-depth': kindAndDepth,
  'depth-jump': depthJump,
  'duplicate-number': duplicateNumber,
  'single-member': singleMember,
  'out-of-place': outOfPlace,
}

/**
 * The breaches of drafting rules in reading order, at most one a clause and rule (CL40–CL48). Nothing is changed. Pass
 * the hold under which the text is numbered, if there is one. Linear.
 */
export function lint(
  clauses: readonly Clause[],
  settings: LabelSettings,
  held: HeldNumbers | null = null,
): readonly Finding[] {
  const places = placesOf(clauses)
  const labels = labelsOf(clauses, settings, held)
  const citations = citationsOf(clauses, labels)
  const childCounts = new Map<number, number>()
  const alike = new Map<string, number>()
  const borne = new Map<string, number>()
  const titledKinds = new Set<ClauseKind>()
  const numberKey = (clause: Clause, { scope, series }: Place): string | null => {
    const number = labels.get(clause.id)?.number ?? ''
    return number === '' || series === null ? null : `${scope}:${series}:${number}`
  }
  let lastArticle = -1
  clauses.forEach((clause, index) => {
    const place = places[index]
    if (place === undefined) return
    count(childCounts, place.parent)
    count(alike, `${place.parent}:${clause.kind}`)
    const key = numberKey(clause, place)
    if (key !== null) count(borne, key)
    if (!isBlank(clause.text)) titledKinds.add(clause.kind)
    if (clause.kind === 'article' && place.scope === -1) lastArticle = index
  })

  return clauses.flatMap((clause, index): readonly Finding[] => {
    const place = places[index]
    if (place === undefined) return []
    const key = numberKey(clause, place)
    const isListKind = clause.kind === 'subparagraph' || clause.kind === 'item'
    const around: Around = {
      clause,
      parent: clauses[place.parent] ?? null,
      children: childCounts.get(index) ?? 0,
      titledKinds,
      isRepeated: key !== null && (borne.get(key) ?? 0) > 1,
      isFirst: index === 0,
      isFollowedByArticle: index < lastArticle,
      isListOfOne: isListKind && alike.get(`${place.parent}:${clause.kind}`) === 1,
      cited: citations.get(clause.id) ?? '',
    }
    return LINT_RULES.flatMap((rule) => {
      const sentence = CHECKS[rule](around)
      return sentence === null ? [] : [{ id: clause.id, rule, sentence }]
    })
  })
}
