import { CERTAIN_CONFIDENCE, CHANGE_CLASSES, isWordingChange, redline, type ClauseRedline, type Comparison, type PartKind, type Row, type RowClass } from '#shared/compare/index.ts'
import type { Match } from './schema.ts'
import { leads, shownIndex, type Sheet } from './sheet.ts'
import { reasonWords, verdictWords } from './words.ts'

type Sides = Readonly<{ base: Sheet; revised: Sheet }>

/** Two shown clauses that are partners, or one that has none: the row that says so, and the rows of what they hold in themselves. */
type Meeting = Readonly<{ base: number; revised: number; lead: Row; found: (RowClass | null)[]; isParted: boolean }>

type Link = Readonly<{ base: number; revised: number; kind: PartKind; shares: Match['shares']; reason: string }>

/** The matches of a comparison: partners and clauses without one in reading order, then what else hangs together (EX5, EX6). */
export function matchesOf({ base, revised, comparison }: Sides & Readonly<{ comparison: Comparison }>): readonly Match[] {
  const sides = { base, revised }
  const { meetings, links } = gathered(sides, comparison)
  return [...meetings.map((meeting) => metMatch(meeting, sides)), ...links.map((link) => linkMatch(link, sides))]
}

function gathered(sides: Sides, { rows, classes, partLinks }: Comparison): Readonly<{ meetings: readonly Meeting[]; links: readonly Link[] }> {
  const meetings: Meeting[] = []
  const [ofBase, ofRevised] = [new Map<number, Meeting>(), new Map<number, Meeting>()]
  const links = new Map<string, Link>()
  const addLink = (link: Link): void => {
    const key = `${link.base},${link.revised}`
    if (ofBase.get(link.base)?.revised !== link.revised && !links.has(key)) links.set(key, link)
  }
  const open = (lead: Row, [b, r]: readonly [number, number]): void => {
    const isParted = [partsOf(sides.base, b), partsOf(sides.revised, r)].some((parts) => parts > 1)
    const meeting = { base: b, revised: r, lead, found: [], isParted }
    meetings.push(meeting)
    if (b >= 0) ofBase.set(b, meeting)
    if (r >= 0) ofRevised.set(r, meeting)
  }
  const drawn = rows.flatMap((row, at) =>
    row.ghostOf === null ? [{ row, found: classes.rows[at] ?? null, at: [shownIndex(sides.base, row.base), shownIndex(sides.revised, row.revised)] as const }] : [],
  )
  for (const { row, at: [b, r] } of drawn) {
    const lead = { base: leads(sides.base, row.base), revised: leads(sides.revised, row.revised) }
    if ((lead.base || b < 0) && (lead.revised || r < 0)) open(row, [b, r])
    else if (lead.base) open({ ...row, revised: null, relation: 'removed', reason: null, redline: null }, [b, -1])
    else if (lead.revised) open({ ...row, base: null, relation: 'added', reason: null, redline: null }, [-1, r])
  }
  for (const { row, found, at: [b, r] } of drawn) {
    const meeting = ofBase.get(b) ?? ofRevised.get(r)
    if (b >= 0 && r >= 0 && meeting?.revised !== r) {
      const kind = leads(sides.base, row.base) ? 'merged' : leads(sides.revised, row.revised) ? 'split' : 'part-moved'
      addLink({ base: b, revised: r, kind, shares: null, reason: row.reason === null ? '' : reasonWords(row.reason) })
    }
    if (meeting !== undefined) meeting.found.push(found)
  }
  for (const { base, revised, kind, baseShare, revisedShare, rule } of partLinks) {
    const shares = { base: baseShare, revised: revisedShare }
    addLink({ base: shownIndex(sides.base, base), revised: shownIndex(sides.revised, revised), kind, shares, reason: shareWords(shares, rule) })
  }
  return { meetings, links: [...links.values()] }
}

/** Of how many compared clauses one that is shown consists. */
function partsOf(sheet: Sheet, index: number): number {
  let parts = sizes.get(sheet)
  if (parts === undefined) {
    parts = new Map()
    for (const { index: at } of sheet.shownAt.values()) parts.set(at, (parts.get(at) ?? 0) + 1)
    sizes.set(sheet, parts)
  }
  return parts.get(index) ?? 0
}
const sizes = new WeakMap<Sheet, Map<number, number>>()

const shareWords = ({ base, revised }: Readonly<{ base: number; revised: number }>, rule: 'same-parts' | 'same-words'): string =>
  `${Math.floor(base * 100)} % of the words of the one stand in the other, ${Math.floor(revised * 100)} % the other way round${rule === 'same-parts' ? ', by passages' : ''}`

function metMatch({ base, revised, lead, found, isParted }: Meeting, sides: Sides): Match {
  const drawn = drawnOf(sides.base.side.clauses[base]?.text ?? null, sides.revised.side.clauses[revised]?.text ?? null, isParted ? null : lead.redline)
  const isMet = base >= 0 && revised >= 0
  return {
    kind: isMet ? 'one-to-one' : base >= 0 ? 'removed' : 'added',
    base: sides.base.side.clauses[base]?.id ?? null,
    revised: sides.revised.side.clauses[revised]?.id ?? null,
    moved: isMet && lead.relation === 'moved',
    edited: isMet && drawn.runs.some(isWordingChange),
    confidence: isMet ? lead.confidence : 0,
    certain: isMet && lead.confidence >= CERTAIN_CONFIDENCE,
    reason: !isMet ? 'no corresponding clause' : lead.reason === null ? '' : reasonWords(lead.reason),
    shares: null,
    renumbered: lead.relabelled,
    precision: drawn.precision,
    redline: [...drawn.runs],
    classes: gravest(found),
  }
}

/** The redline of two wordings, of which one may be missing; `known` where it has been made already. */
function drawnOf(base: string | null, revised: string | null, known: ClauseRedline | null): ClauseRedline {
  if (known !== null) return known
  return redline(base ?? '', revised ?? '')
}

function linkMatch({ base, revised, kind, shares, reason }: Link, sides: Sides): Match {
  return {
    kind,
    base: sides.base.side.clauses[base]?.id ?? null,
    revised: sides.revised.side.clauses[revised]?.id ?? null,
    moved: false,
    edited: false,
    confidence: shares === null ? 0 : Math.max(shares.base, shares.revised),
    certain: false,
    reason,
    shares,
    renumbered: null,
    precision: 'word',
    redline: [],
    classes: null,
  }
}

/** The gravest class of several rows, with the words for it. */
function gravest(found: readonly (RowClass | null)[]): Match['classes'] {
  const [first] = found.filter((one) => one !== null).toSorted((one, other) => CHANGE_CLASSES.indexOf(one.class) - CHANGE_CLASSES.indexOf(other.class) || other.weight - one.weight)
  if (first === undefined) return null
  const verdicts = [first.whole, first.label, first.emphasis, ...first.hunks].filter((verdict) => verdict?.class === first.class)
  const words = verdicts.flatMap((verdict) => (verdict ? [verdictWords(verdict)] : []))
  return { class: first.class, weight: first.weight, explanation: [...new Set(words)].join('; ') }
}
