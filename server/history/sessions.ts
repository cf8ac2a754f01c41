import { countWords, redline } from '#shared/compare/index.ts'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import type { ClauseChange } from '#shared/document/index.ts'

/** Who wrote, in whose name. What the log does not know is null. */
export type Hand = Readonly<{ memberId: string; name: string | null; delegation: string | null }>

/** What one member did to one clause without anybody between; `seq` and `at` of the last row of it. */
export type ClauseWork = ClauseChange & Readonly<{ seq: number; at: string }>

/** A stretch of work of one member in one delegation's name, without a long pause. */
export type Session = Readonly<{
  hand: Hand
  from: string
  to: string
  /** The last row of it. */
  seq: number
  wordsIn: number
  wordsOut: number
  work: readonly ClauseWork[]
}>

/** So long a pause ends a session. */
const PAUSE_MS = 10 * 60_000

type Open = { hand: Hand; from: string; to: string; seq: number; wordsIn: number; wordsOut: number; work: ClauseWork[]; last: Map<ClauseId, number> }

/** Gathers what rows of a log did, in order, into sessions of work. */
export class SessionBook {
  readonly #sessions: Open[] = []
  readonly #open = new Map<string, Open>()

  note({ hand, seq, at, changes }: Readonly<{ hand: Hand; seq: number; at: string; changes: readonly ClauseChange[] }>): void {
    const session = this.#sessionOf(hand, { seq, at })
    const { wordsIn, wordsOut } = countIn(changes)
    session.wordsIn += wordsIn
    session.wordsOut += wordsOut
    session.to = at
    session.seq = seq
    for (const change of changes) this.#add(session, { ...change, seq, at })
  }

  /** All sessions, in the order in which they began; work that came to nothing is left out. */
  sessions(): readonly Session[] {
    return this.#sessions.map(({ hand, from, to, seq, wordsIn, wordsOut, work }) => ({
      hand,
      from,
      to,
      seq,
      wordsIn,
      wordsOut,
      work: work.filter(({ base, revised, moved }) => moved || !sameClause(base, revised)),
    }))
  }

  #sessionOf(hand: Hand, { seq, at }: Readonly<{ seq: number; at: string }>): Open {
    const key = JSON.stringify([hand.memberId, hand.delegation])
    const known = this.#open.get(key)
    if (known !== undefined && Date.parse(at) - Date.parse(known.to) <= PAUSE_MS) return known
    const opened: Open = { hand, from: at, to: at, seq, wordsIn: 0, wordsOut: 0, work: [], last: new Map() }
    this.#open.set(key, opened)
    this.#sessions.push(opened)
    return opened
  }

  /** Goes on with the work on the clause when it is as this hand left it. */
  #add({ work, last }: Open, change: ClauseWork): void {
    const index = last.get(change.id)
    const before = index === undefined ? undefined : work[index]
    if (index !== undefined && before !== undefined && before.revised === change.base && change.base !== null) {
      work[index] = { ...change, base: before.base, from: before.from, moved: before.moved || change.moved }
      return
    }
    last.set(change.id, work.length)
    work.push(change)
  }
}

const sameClause = (base: Clause | null, revised: Clause | null): boolean => JSON.stringify(base) === JSON.stringify(revised)

/** Words that went in and out. What was only split off or joined counts as neither: its clauses are read as one. */
function countIn(changes: readonly ClauseChange[]): Readonly<{ wordsIn: number; wordsOut: number }> {
  let [wordsIn, wordsOut] = [0, 0]
  const groups = new Map<ClauseId, { base: string[]; revised: string[] }>()
  const hostOf = new Map<ClauseId, ClauseId>()
  for (const { id, from, into } of changes) {
    const host = from ?? into
    if (host !== null) hostOf.set(id, host)
  }
  for (const { id, base, revised } of changes) {
    let host = id
    for (let steps = 0; steps < changes.length; steps++) host = hostOf.get(host) ?? host
    const group = groups.get(host) ?? { base: [], revised: [] }
    if (base !== null) group.base.push(base.text)
    if (revised !== null) group.revised.push(revised.text)
    groups.set(host, group)
  }
  for (const { base, revised } of groups.values()) {
    for (const { kind, text } of redline(base.join(''), revised.join('')).runs) {
      if (kind === 'insert') wordsIn += countWords(text)
      if (kind === 'strike') wordsOut += countWords(text)
    }
  }
  return { wordsIn, wordsOut }
}
