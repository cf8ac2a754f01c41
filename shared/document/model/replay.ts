import type { ClauseId } from '#shared/clauses/index.ts'
import type { Move, Stored } from '../yjs/roots.ts'

const compareMoves = (left: Move, right: Move): number =>
  left.stamp[0] - right.stamp[0] || left.stamp[1] - right.stamp[1] || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

/** The list of all segments while moves are replayed over it, as links. Index `size` is the end that closes the ring. */
class MoveList {
  readonly #next: Int32Array
  readonly #prev: Int32Array
  readonly size: number

  constructor(size: number) {
    this.size = size
    this.#next = new Int32Array(size + 1)
    this.#prev = new Int32Array(size + 1)
    for (let index = 0; index <= size; index++) {
      this.#next[index] = index === size ? 0 : index + 1
      this.#prev[index] = index === 0 ? size : index - 1
    }
  }

  after(index: number): number {
    return this.#next[index] ?? this.size
  }

  /** Takes the stretch `first`–`last` out and puts it behind `target` (`size` = in front of all). */
  carry(first: number, last: number, target: number): void {
    this.#link(this.#prev[first] ?? this.size, this.after(last))
    const behind = this.after(target)
    this.#link(target, first)
    this.#link(last, behind)
  }

  #link(left: number, right: number): void {
    this.#next[left] = right
    this.#prev[right] = left
  }

  toArray(): Int32Array {
    const all = new Int32Array(this.size)
    for (let at = this.after(this.size), index = 0; at !== this.size; at = this.after(at)) all[index++] = at
    return all
  }
}

/** Where a segment stands in storage order, -1 for an unknown one. */
export type IndexOf = (id: ClauseId) => number

/** Where the segments of `stored` stand; read when first asked, which is seldom. */
export function indexIn(stored: readonly Stored[]): IndexOf {
  let places: Map<ClauseId, number> | null = null
  return (id) => {
    places ??= new Map(stored.map((segment, index) => [segment.id, index]))
    return places.get(id) ?? -1
  }
}

/** What moves are replayed over: the segments, what each says it continues, and where each stands. */
export type Ground = Readonly<{ stored: readonly Stored[]; stated: Int32Array; indexOf: IndexOf }>

/** A replay that can say, at its end, what a further move of a segment would carry along. */
export class Replay {
  readonly #ground: Ground
  readonly #list: MoveList
  readonly #moved: Uint8Array

  constructor(ground: Ground) {
    this.#ground = ground
    this.#list = new MoveList(ground.stored.length)
    this.#moved = new Uint8Array(ground.stored.length)
  }

  /** DC5: unknown segments and targets inside the group are passed over; hence no cycles. */
  play(move: Move): void {
    const { indexOf } = this.#ground
    const head = indexOf(move.id)
    const target = move.after === null ? this.#list.size : indexOf(move.after)
    if (head < 0 || target < 0) return
    const group = this.group(head, (index) => move.stay.includes(this.#idOf(index)))
    if (group.includes(target)) return
    this.#list.carry(head, group.at(-1) ?? head, target)
    this.#moved[head] = 1
  }

  /**
   * What moves with `head`: the segments directly behind it that continue one of the group, or were split from one and
   * never moved by themselves, up to the first that `stays`.
   */
  group(head: number, stays: (index: number) => boolean): number[] {
    const { stored, stated, indexOf } = this.#ground
    const group = [head]
    const inGroup = (index: number | undefined) => index !== undefined && index >= 0 && group.includes(index)
    for (let next = this.#list.after(head); next !== this.#list.size; next = this.#list.after(next)) {
      const from = stored[next]?.flags.from ?? null
      const splitOff = from !== null && inGroup(indexOf(from)) && this.#moved[next] === 0
      if ((!splitOff && !inGroup(stated[next])) || stays(next)) break
      group.push(next)
    }
    return group
  }

  #idOf(index: number): ClauseId {
    const segment = this.#ground.stored[index]
    if (!segment) throw new Error(`no segment at ${index}`)
    return segment.id
  }

  order(): Int32Array {
    return this.#list.toArray()
  }
}

/** A replay of all `moves`, in the order of their stamps. */
export function replayOf(ground: Ground, moves: readonly Move[]): Replay {
  const replay = new Replay(ground)
  for (const move of moves.toSorted(compareMoves)) replay.play(move)
  return replay
}

/** DC5: storage order, with the log of moves replayed over it. */
export function replayMoves(ground: Ground, moves: readonly Move[]): Int32Array {
  if (moves.length > 0) return replayOf(ground, moves).order()
  const order = new Int32Array(ground.stored.length)
  for (let index = 0; index < order.length; index++) order[index] = index
  return order
}
