import type { ClauseEntry, ClauseWork, DraftHistory, Hand, Point, Session } from '#server/history/index.ts'
import type { ClauseHistoryView, ClauseMention, HandView, PastView, PointView, SessionOfWork } from '#shared/api/index.ts'
import { citationsOf, labelsOf, type Clause, type ClauseId, type ClauseText, type HeldNumbers } from '#shared/clauses/index.ts'
import { redline } from '#shared/compare/index.ts'

/** Histories as the API shows them. */

/** What of a text its clauses are spoken of by: as it now stands. */
export type Now = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/** So many clauses of one session are named. */
const NAMED_CLAUSES = 12
const OPENING_UNITS = 90

/** Names for hands whose rows are older than names in the log. */
export type NameOf = (memberId: string) => string

export const handView = ({ memberId, name, delegation }: Hand, nameOf: NameOf): HandView => ({
  memberId,
  name: name ?? nameOf(memberId),
  delegation: delegation ?? '',
})

export const pointView = ({ seq, at, hands, rests }: Point, nameOf: NameOf): PointView => ({
  seq,
  at,
  hands: hands.map((hand) => handView(hand, nameOf)),
  rests,
})

/** Speaks of clauses: by their citation now, and by how they begin. */
export function mentions({ text: { clauses, settings }, held }: Now): (clause: Pick<Clause, 'id' | 'text'>) => ClauseMention {
  const citations = citationsOf(clauses, labelsOf(clauses, settings, held))
  return ({ id, text }) => ({ id, citation: citations.get(id) ?? null, opening: openingOf(text) })
}

function openingOf(text: string): string {
  if (text.length <= OPENING_UNITS) return text
  const cut = text.slice(0, OPENING_UNITS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), OPENING_UNITS / 2)).trimEnd()}…`
}

export function sessionView({ hand, from, to, seq, wordsIn, wordsOut, work }: Session, nameOf: NameOf, mention: ReturnType<typeof mentions>): SessionOfWork {
  const clauses = new Map<ClauseId, Clause>()
  for (const { id, base, revised } of work) {
    const clause = revised ?? base
    if (clause !== null) clauses.set(id, clause)
  }
  return {
    seq,
    hand: handView(hand, nameOf),
    from,
    to,
    wordsIn,
    wordsOut,
    clauses: [...clauses.values()].slice(0, NAMED_CLAUSES).map(mention),
    clauseCount: clauses.size,
  }
}

type What = ClauseHistoryView['entries'][number]['what']

function whatOf({ base, revised, from, into }: ClauseWork, wasKnown: boolean): What {
  if (base === null) return from !== null ? 'split-off' : wasKnown ? 'returned' : 'added'
  if (revised === null) return into === null ? 'removed' : 'joined'
  if (base.text !== revised.text) return 'edited'
  return sameStanding(base, revised) ? 'moved' : 'relabelled'
}

const sameStanding = (one: Clause, other: Clause): boolean =>
  one.kind === other.kind && one.depth === other.depth && one.number === other.number && JSON.stringify(one.spans) === JSON.stringify(other.spans)

/** The change of words; what was split off or joined brought or took its words along, so they are shown as they stand. */
function runsOf({ base, revised, from, into }: ClauseWork): PastView['changed'][number]['runs'] {
  const [was, is] = [base?.text ?? '', revised?.text ?? '']
  const carried = base === null ? from !== null : into !== null
  if (carried) return [{ kind: 'keep', text: base === null ? is : was }]
  return redline(was, is).runs.map(({ kind, text }) => ({ kind, text }))
}

export function entryView({ hand, work }: ClauseEntry, nameOf: NameOf, wasKnown: boolean): ClauseHistoryView['entries'][number] {
  const { seq, at, id, moved } = work
  return { seq, at, hand: handView(hand, nameOf), clauseId: id, what: whatOf(work, wasKnown), moved, runs: runsOf(work) }
}

/** What `point` changed since `previous`, from the clauses of both and the moves between them. */
export function changesAt({ point, previous, history }: Readonly<{ point: Point; previous: Point | null; history: DraftHistory }>): Pick<PastView, 'changed' | 'gone'> {
  if (previous === null) return { changed: [], gone: [] }
  const before = new Map(previous.clauses.map((clause) => [clause.id, clause]))
  const stands = new Set(point.clauses.map(({ id }) => id))
  const moved = new Set<ClauseId>()
  for (const { work } of history.sessions)
    for (const { id, moved: isMoved, seq } of work) if (isMoved && seq > previous.seq && seq <= point.seq) moved.add(id)

  const changed: PastView['changed'] = []
  for (const revised of point.clauses) {
    const base = before.get(revised.id) ?? null
    if (base === revised && !moved.has(revised.id)) continue
    const runs = redline(base?.text ?? '', revised.text).runs.map(({ kind, text }) => ({ kind, text }))
    const what = base === null ? 'added' : base.text !== revised.text ? 'edited' : moved.has(revised.id) ? 'moved' : 'relabelled'
    changed.push({ id: revised.id, what, runs })
  }
  const gone: PastView['gone'] = []
  let after: ClauseId | null = null
  for (const clause of previous.clauses) {
    if (stands.has(clause.id)) after = clause.id
    else gone.push({ after, clause: { ...clause, spans: [...clause.spans] } })
  }
  return { changed, gone }
}
