import type { ClauseId } from '#shared/clauses/index.ts'
import type { DraftModel } from '#shared/document/model/model.ts'
import type { Act } from './moves.ts'
import { offeredIn, standingIn, type Standing, type Unit } from './units.ts'

/** What became of the words of a game, counted in code units. `restored`: how often one was put back by undo or redo. */
export type Tally = Readonly<{ made: number; shown: number; deleted: number; rescued: number; restored: number }>

export const NO_WORDS: Tally = { made: 0, shown: 0, deleted: 0, rescued: 0, restored: 0 }

export const sumOf = (one: Tally, other: Tally): Tally => ({
  made: one.made + other.made,
  shown: one.shown + other.shown,
  deleted: one.deleted + other.deleted,
  rescued: one.rescued + other.rescued,
  restored: one.restored + other.restored,
})

/** One act of one drafter, as seen in that drafter's own Y.Doc. */
export type Done = Readonly<{
  act: Act
  before: Standing
  after: Standing
  /** The words that the drafter typed, pasted or put back by it. */
  given: string
  /** The words that it wrote into the body. */
  written: ReadonlyMap<Unit, string>
  /** Which of those stand for earlier ones. */
  restored: ReadonlyMap<Unit, Unit>
}>

const TAKES_AWAY: ReadonlySet<Act['do']> = new Set(['erase', 'replace', 'erase-across', 'cut', 'remove', 'several', 'replace-all', 'undo', 'redo'])

const count = (words: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * Where every word of a game came from and who took it away. A word is followed by what made it, not by its letter: a copy
 * is another word, a word that undo brings back is the same one.
 */
export class Ledger {
  /** Each word, by the one it restores; its own where it restores none. */
  readonly #rootOf = new Map<Unit, Unit>()
  readonly #wordOf = new Map<Unit, string>()
  /** Words that their own drafter's act deleted, or took from the drafter's own screen. */
  readonly #deleted = new Set<Unit>()
  readonly #hidden = new Set<Unit>()
  /** Those of the hidden that no undo hid, with the segment that was removed. */
  readonly #removed = new Map<Unit, ClauseId>()
  readonly #given = new Map<string, number>()

  constructor(seed: Standing) {
    for (const [unit, word] of seed.alive) this.#make(unit, word)
    this.#give([...seed.alive.values()].join(''))
  }

  #make(unit: Unit, word: string, root = unit): void {
    this.#rootOf.set(unit, root)
    this.#wordOf.set(unit, word)
  }

  #give(words: string): void {
    for (const [word, more] of count(words.split(''))) this.#given.set(word, (this.#given.get(word) ?? 0) + more)
  }

  /** Enters an act. Throws where it wrote words that nobody gave, or took words away though it is no such act. */
  enter({ act, before, after, given, written, restored }: Done): void {
    const isUndo = act.do === 'undo' || act.do === 'redo'
    const left = count(given.split(''))
    for (const [unit, word] of written) {
      const origin = restored.get(unit)
      if (isUndo && origin !== undefined) {
        this.#make(unit, word, this.#rootOf.get(origin) ?? origin)
        continue
      }
      const more = left.get(word) ?? 0
      if (more === 0) throw new Error(`${act.do} wrote "${word}", which was not given: words were typed anew`)
      left.set(word, more - 1)
      this.#make(unit, word)
    }
    this.#give(given)
    // One act may take back its own words. A newer client's atom goes anywhere, into a removed clause too.
    for (const unit of written.keys()) {
      if (!after.alive.has(unit)) this.#takeAway(act, unit, this.#deleted)
      else if (!after.shown.has(unit) && !isUndo && act.do !== 'newer-client') this.#takeAway(act, unit, this.#hidden)
    }
    for (const unit of before.alive.keys()) if (!after.alive.has(unit)) this.#takeAway(act, unit, this.#deleted)
    for (const [unit, segment] of before.shown) {
      if (after.shown.has(unit) || !after.alive.has(unit)) continue
      this.#takeAway(act, unit, this.#hidden)
      if (!isUndo) this.#removed.set(unit, segment)
    }
  }

  #takeAway(act: Act, unit: Unit, into: Set<Unit>): void {
    if (!TAKES_AWAY.has(act.do)) throw new Error(`${act.do} took away "${this.#wordOf.get(unit) ?? ''}"`)
    into.add(unit)
  }

  /** All that each word was written as, by what it was first. */
  #twins(): ReadonlyMap<Unit, readonly Unit[]> {
    const twins = new Map<Unit, Unit[]>()
    for (const [unit, root] of this.#rootOf) {
      const known = twins.get(root)
      if (known) known.push(unit)
      else twins.set(root, [unit])
    }
    return twins
  }

  /**
   * Accounts for every word in the draft that all agreed on. Throws when one is nowhere, stands twice, was deleted by
   * nobody, is kept from the rescued words though nobody saw it go, or is offered there though somebody did.
   */
  settle(model: DraftModel): Tally {
    const { alive, shown } = standingIn(model)
    const rescued = offeredIn(model)
    const faults: string[] = []
    const tally = { ...NO_WORDS }
    for (const unit of alive.keys()) if (!this.#rootOf.has(unit)) faults.push(`"${alive.get(unit) ?? ''}" was made by nobody`)
    for (const [root, units] of this.#twins()) {
      const word = this.#wordOf.get(root) ?? ''
      const standing = units.filter((unit) => alive.has(unit))
      tally.made++
      tally.restored += units.length - 1
      if (standing.length > 1) faults.push(`"${word}" stands ${standing.length} times`)
      const [only] = standing
      if (only === undefined) {
        tally.deleted++
        // Of two restorations made at once the room takes one back, which nobody deleted.
        const unexplained = units.filter((unit) => !this.#deleted.has(unit)).length
        if (unexplained > Math.max(0, units.length - 2)) faults.push(`"${word}" is lost`)
      } else if (shown.has(only)) tally.shown++
      else if (rescued.has(only)) {
        tally.rescued++
        // In a tail that another split off and removed without having seen the word, it is offered once too often.
        if (this.#removed.get(only) === rescued.get(only)) faults.push(`"${word}" was removed on purpose, yet it is offered as rescued`)
      } else {
        tally.deleted++
        if (!units.some((unit) => this.#hidden.has(unit))) faults.push(`"${word}" is kept out of the rescued words, though nobody saw it go`)
      }
    }
    for (const [word, times] of count([...shown.keys()].map((unit) => alive.get(unit) ?? ''))) {
      if (times > (this.#given.get(word) ?? 0)) faults.push(`"${word}" is shown ${times} times, given ${this.#given.get(word) ?? 0} times`)
    }
    if (faults.length > 0) throw new Error(`${faults.length} words: ${faults.slice(0, 5).join('; ')}`)
    return tally
  }
}
