import * as Y from 'yjs'
import { mergeReport, rescuedText, standingOf, type ItemRange, type MergeStates, type ReportLine, type RescuedPassage, type RescuedWords, type Standing } from '#shared/document/index.ts'

/** What came together after a time without a line. `since`: when the first change was made in it, ISO 8601 UTC. */
export type MergeReport = Readonly<{ since: string; states: MergeStates; lines: readonly ReportLine[] }>

/**
 * One spell without a line, as the report of its merge needs it: how the draft stood before one's first change, before
 * anything came in, and after. Reads the draft at these three moments only, and not at all when nothing was changed.
 */
export class Spell {
  readonly #doc: Y.Doc
  readonly #now: () => string
  #since = ''
  #base: Standing | null = null
  #local: Standing | null = null
  #merged: Standing | null = null
  #rescued: readonly RescuedWords[] = []
  /** Passages that were rescued before anything came in. */
  #known: ReadonlySet<string> = new Set()
  /** What of each client's writing was there before one's first change, and before anything came in. */
  #clocks: Readonly<{ base: Clocks; local: Clocks }> = { base: new Map(), local: new Map() }

  constructor(doc: Y.Doc, now: () => string) {
    this.#doc = doc
    this.#now = now
  }

  /** An earlier page made changes that it could not send; `base` is what it set out from. */
  resume(base: Standing): void {
    this.#since = this.#now()
    this.#base = base
  }

  /** A change is about to be made without a line. Answers what one sets out from when it is the first. */
  beforeChange(): Standing | null {
    if (this.#base !== null || this.#merged !== null) return null
    this.#since = this.#now()
    this.#base = standingOf(this.#doc)
    this.#clocks = { base: clocksOf(this.#doc), local: new Map() }
    return this.#base
  }

  /** Something is about to come in. */
  beforeMerge(): void {
    if (this.#base === null || this.#local !== null) return
    this.#local = standingOf(this.#doc)
    this.#clocks = { ...this.#clocks, local: clocksOf(this.#doc) }
    this.#known = new Set(rescuedText(this.#doc).map(nameOf))
  }

  /** Everything has come in. */
  merged(): void {
    if (this.#local === null || this.#merged !== null) return
    this.#merged = standingOf(this.#doc)
    const own = rescuedText(this.#doc).filter((passage) => !this.#known.has(nameOf(passage)) && passage.ranges.some((range) => this.#isOwn(range)))
    this.#rescued = own.map(({ clause, text }) => ({ clauseId: clause.id, words: text }))
  }

  /** Whether `range` was written in this spell, here or by an earlier page whose words were kept. */
  #isOwn({ client, clock }: ItemRange): boolean {
    const { base, local } = this.#clocks
    return clock >= (base.get(client) ?? 0) && clock < (local.get(client) ?? 0)
  }

  /** One's own changes are stored: the spell is over. Null when there was none, or when one side had changed nothing. */
  end(): MergeReport | null {
    const [base, local, merged] = [this.#base, this.#local, this.#merged]
    if (base === null || local === null || merged === null) return null
    const states = { base, local, merged, rescued: this.#rescued }
    const lines = mergeReport(states)
    this.drop()
    const isMerge = lines.some(({ verdict }) => verdict !== 'mine') && lines.some(({ verdict }) => verdict !== 'theirs')
    return isMerge ? { since: this.#since, states, lines } : null
  }

  /** There will be no report of it: the changes were refused. */
  drop(): void {
    this.#base = null
    this.#local = null
    this.#merged = null
    this.#rescued = []
  }
}

const nameOf = ({ ranges }: RescuedPassage): string => JSON.stringify(ranges)

type Clocks = ReadonlyMap<number, number>

const clocksOf = (doc: Y.Doc): Clocks => Y.decodeStateVector(Y.encodeStateVector(doc))
