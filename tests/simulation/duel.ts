import type { Chance } from './chance.ts'
import { drawAct, drawHearing, drawPutBack, drawWhere, type Kind } from './draw.ts'
import type { Act, Move, Script, Where } from './moves.ts'

const MEET: Move = { house: { do: 'meet' } }

/** What two may do at one place that once was, or could be, trouble (DC12). */
export const TROUBLE: readonly ((where: Where) => Act)[] = [
  (where) => ({ do: 'type', where, count: 3, emoji: false }),
  (where) => ({ do: 'type', where: { ...where, from: 1 }, count: 3, emoji: true }),
  (where) => ({ do: 'split', where }),
  (where) => ({ do: 'split-at-start', where }),
  (where) => ({ do: 'split-at-end', where }),
  (where) => ({ do: 'merge-back', where }),
  (where) => ({ do: 'merge-on', where }),
  (where) => ({ do: 'remove', where }),
  (where) => ({ do: 'up', where }),
  (where) => ({ do: 'down', where }),
  (where) => ({ do: 'erase', where }),
  (where) => ({ do: 'replace', where }),
  (where) => ({ do: 'erase-across', where, until: { ...where, clause: Math.min(0.99, where.clause + 0.3) } }),
  (where) => ({ do: 'cut', where, what: 'clauses', count: 1 }),
  (where) => ({ do: 'cut', where, what: 'words', count: 1 }),
  (where) => ({ do: 'paste-clipboard', where: { ...where, clause: (where.clause + 0.5) % 1 } }),
  (where) => ({ do: 'paste', where, clauses: 2, ids: 'none' }),
  (where) => ({ do: 'em', where, until: null }),
  (where) => ({ do: 'kind', where }),
  (where) => ({ do: 'indent', where }),
]

/** The place itself, the clause beside it, or the same clause elsewhere. */
function near(chance: Chance, where: Where): Where {
  const roll = chance.below(4)
  if (roll === 0) return { ...where, clause: Math.min(0.99, where.clause + 0.2) }
  return roll === 1 ? { ...where, from: where.from / 2, to: where.to / 2 } : where
}

const TAKING: readonly ((where: Where) => Act)[] = [
  (where) => ({ do: 'erase', where: { ...where, to: Math.min(1, Math.max(where.to, where.from + 0.3)) } }),
  (where) => ({ do: 'replace', where: { ...where, to: Math.min(1, Math.max(where.to, where.from + 0.3)) } }),
  (where) => ({ do: 'erase-across', where, until: { ...where, clause: Math.min(0.99, where.clause + 0.2) } }),
  (where) => ({ do: 'cut', where, what: 'words', count: 1 }),
  (where) => ({ do: 'remove', where }),
  (where) => ({ do: 'merge-back', where }),
  (where) => ({ do: 'kind', where }),
]

/** One meeting of two drafters at one place, as moves. */
class Bout {
  readonly moves: Move[] = []
  readonly #chance: Chance
  readonly #pair: readonly number[]

  constructor(chance: Chance, drafters: number) {
    const one = chance.below(drafters)
    this.#chance = chance
    this.#pair = [one, (one + 1) % drafters]
    this.moves.push(MEET)
  }

  #each(draw: (at: number) => Act | null): void {
    this.#pair.forEach((by, at) => {
      const act = draw(at)
      if (act) this.moves.push({ by, act })
    })
  }

  /** Whether `part` of so many times. */
  #often(part: number, of: number): boolean {
    return this.#chance.below(of) < part
  }

  #meet(): void {
    if (this.#often(3, 4)) this.moves.push(MEET)
    else for (const by of this.#pair) this.moves.push({ by, line: { do: 'send', count: 9, twice: false } }, { house: { do: 'pass', ms: 10 } }, { by, line: drawHearing(this.#chance) })
  }

  #undoing(ways: readonly ('undo' | 'redo')[], [part, of]: readonly [number, number]): void {
    this.#each(() => (this.#often(part, of) ? { do: this.#chance.pick(ways) } : null))
  }

  /** Both act at one place without hearing each other. */
  clash(kind: Kind): readonly Move[] {
    const where = drawWhere(this.#chance)
    const acts = this.#pair.map(() => (this.#often(1, 3) ? drawAct(this.#chance, where) : this.#chance.pick(TROUBLE)(near(this.#chance, where))))
    const same = this.#often(1, 3)
    this.#each((at) => acts[same ? 0 : at] ?? null)
    if (this.#often(1, 3)) this.#each(() => drawAct(this.#chance, near(this.#chance, where)))
    if (kind === 'undoing' && this.#often(1, 5)) this.#undoing(['undo'], [1, 1])
    this.#meet()
    if (kind === 'strict') return this.moves
    this.#undoing(['undo'], [1, 2])
    if (this.#often(1, 2)) this.#meet()
    this.#undoing(['undo', 'redo', 'redo'], [1, 2])
    return this.moves
  }

  /** Both take away the same, and both take that back; one of them may go on writing there. */
  regret(): readonly Move[] {
    const where = drawWhere(this.#chance)
    const take = this.#chance.pick(TAKING)
    const typing: Act = { do: 'type', where, count: 2, emoji: false }
    if (this.#often(1, 3)) this.moves.push({ by: this.#pair[0] ?? 0, act: typing }, MEET)
    this.#each(() => take(near(this.#chance, where)))
    this.#meet()
    this.#undoing(['undo'], [5, 6])
    if (this.#often(1, 4)) this.moves.push({ by: this.#pair[1] ?? 1, act: typing })
    if (this.#often(1, 2)) this.#meet()
    this.#undoing(['undo', 'redo', 'redo'], [2, 3])
    if (this.#often(1, 2)) this.#meet()
    this.#undoing(['undo', 'redo'], [1, 2])
    return this.moves
  }

  /** One takes a clause away, the other types in it; either puts the words back, or both do, and somebody thinks again. */
  rescue(kind: Kind): readonly Move[] {
    const where = drawWhere(this.#chance)
    const typing: Act = { do: 'type', where, count: 2, emoji: false }
    const hide = this.#chance.pick(HIDING)
    const typesAlso = this.#often(1, 3)
    this.#each((at) => (at === 0 ? hide(near(this.#chance, where)) : typing))
    if (typesAlso) this.#each(() => drawAct(this.#chance, near(this.#chance, where)))
    this.#meet()
    this.#each(() => (this.#often(2, 3) ? drawPutBack(this.#chance) : null))
    if (this.#often(1, 4)) this.#each(() => hide(near(this.#chance, where)))
    if (this.#often(2, 3)) this.#meet()
    if (kind === 'undoing') this.#undoing(['undo', 'undo', 'redo'], [2, 3])
    this.#each(() => (this.#often(1, 3) ? drawPutBack(this.#chance) : null))
    if (kind === 'undoing') this.#undoing(['undo', 'redo'], [1, 3])
    return this.moves
  }
}

const HIDING: readonly ((where: Where) => Act)[] = [
  (where) => ({ do: 'remove', where }),
  (where) => ({ do: 'merge-back', where }),
  (where) => ({ do: 'merge-on', where }),
  (where) => ({ do: 'erase-across', where, until: { ...where, clause: Math.min(0.99, where.clause + 0.3) } }),
  (where) => ({ do: 'cut', where, what: 'clauses', count: 1 }),
]

/**
 * Bouts of two drafters at one place. Both know the same draft, each acts once or twice without hearing the other; then
 * they meet, and each may take back what it did, with or without hearing of the other's.
 */
export function drawDuel(chance: Chance, kind: Kind): Script {
  const drafters = 2 + chance.below(2)
  const bouts = Array.from({ length: 3 + chance.below(4) }, () => {
    const bout = new Bout(chance, drafters)
    const roll = chance.below(6)
    if (roll === 0) return bout.rescue(kind)
    return kind === 'undoing' && roll < 3 ? bout.regret() : bout.clash(kind)
  })
  return { drafters, moves: bouts.flat() }
}
