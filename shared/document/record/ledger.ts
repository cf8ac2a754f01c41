import * as Y from 'yjs'
import { ClockRanges, type ClockRange } from '../yjs/clock-ranges.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** A stretch of text as it was first written, kept to recognise it when undo writes it again. */
type Wording = Readonly<{ clock: number; text: string }>

/**
 * Who wrote and who deleted each unit of a draft, by Yjs client and clock, from the rows of its log (DC23, DC24). Rows are entered
 * in order; a row is named by a number of the caller's.
 */
export class Ledger {
  readonly #writers = new Map<number, ClockRanges>()
  readonly #deleters = new Map<number, ClockRanges>()
  readonly #wordings = new Map<number, Wording[]>()

  /**
   * Enters one update of the log. What is known already keeps whom it has (DC23), so entering again what was merged is harmless.
   * `writerRow`: what to name instead for the units of each client, where one row holds several hands.
   */
  enter(update: Uint8Array, row: number, writerRow: (client: number) => number = () => row): void {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) rangesOf(this.#deleters, client).add(clock, clock + len, row)
    }
    for (const struct of structs) if (!(struct instanceof Y.Skip)) this.#enterStruct(struct, writerRow(struct.id.client))
  }

  /** The row that wrote a unit, null when the log does not hold it. */
  writer(client: number, clock: number): number | null {
    return this.#writers.get(client)?.at(clock) ?? null
  }

  /** The row that first deleted a unit, null while it stands. */
  deleter(client: number, clock: number): number | null {
    return this.#deleters.get(client)?.at(clock) ?? null
  }

  /** Each client's units by the row that wrote them, ascending. */
  writers(): ReadonlyMap<number, ClockRanges> {
    return this.#writers
  }

  #enterStruct(struct: Struct, row: number): void {
    const { client, clock } = struct.id
    const own = rangesOf(this.#writers, client)
    for (const { from, to, row: first } of this.#restored(struct)) own.add(clock + from, clock + to, first)
    own.add(clock, clock + struct.length, row)
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) this.#keep(client, { clock, text: struct.content.str })
  }

  /**
   * Where `struct` says again, in front of them, the very words that were deleted: undo of a deletion writes them anew (DC24).
   * Returns who wrote them first, by their offsets.
   */
  #restored(struct: Struct): readonly ClockRange[] {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.rightOrigin === null) return []
    const { client, clock } = struct.rightOrigin
    const to = clock + struct.length
    if (!this.#deleters.get(client)?.covers(clock, to) || !this.#reads(client, clock, struct.content.str)) return []
    const first = this.#writers.get(client)?.within(clock, to) ?? []
    return first.map((range) => ({ ...range, from: range.from - clock, to: range.to - clock }))
  }

  #keep(client: number, wording: Wording): void {
    const list = this.#wordings.get(client)
    if (!list) this.#wordings.set(client, [wording])
    else if (wording.clock >= endOf(list.at(-1))) list.push(wording)
    else {
      const index = list.findLastIndex(({ clock }) => clock <= wording.clock)
      if (endOf(list[index]) < wording.clock + wording.text.length) list.splice(index + 1, 0, wording)
    }
  }

  /** Whether client `client` wrote `text` from `clock` on. */
  #reads(client: number, clock: number, text: string): boolean {
    const list = this.#wordings.get(client) ?? []
    let read = 0
    let index = lastAtOrBefore(list, clock)
    while (read < text.length) {
      const wording = list[index++]
      const from = clock + read - (wording?.clock ?? Infinity)
      const part = from < 0 ? '' : (wording?.text.slice(from, from + text.length - read) ?? '')
      if (part === '' || !text.startsWith(part, read)) return false
      read += part.length
    }
    return true
  }
}

const endOf = (wording: Wording | undefined): number => (wording === undefined ? 0 : wording.clock + wording.text.length)

function lastAtOrBefore(list: readonly Wording[], clock: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.clock ?? Infinity) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}

function rangesOf(all: Map<number, ClockRanges>, client: number): ClockRanges {
  const known = all.get(client)
  if (known) return known
  const made = new ClockRanges()
  all.set(client, made)
  return made
}
