/** Clocks `from`–`to` (exclusive) of one Yjs client, said of by row `row` of the log. */
export type ClockRange = Readonly<{ from: number; to: number; row: number }>

/** Clocks of one client and a number for each, ascending and never overlapping; what came first stays. */
export class ClockRanges {
  readonly #ranges: ClockRange[] = []

  /** Says `row` of those of `from`–`to` of which nothing was said yet. */
  add(from: number, to: number, row: number): void {
    let at = this.#firstBehind(from)
    let start = from
    while (start < to) {
      const next = this.#ranges[at]
      const end = Math.min(to, next?.from ?? to)
      if (start < end) at += this.#insert(at, { from: start, to: end, row })
      start = Math.max(end, next?.to ?? to)
      at++
    }
  }

  /** Puts in a range that nothing overlaps; how many more there are then. */
  #insert(at: number, range: ClockRange): number {
    const before = this.#ranges[at - 1]
    if (before?.to === range.from && before.row === range.row) {
      this.#ranges[at - 1] = { ...before, to: range.to }
      return 0
    }
    this.#ranges.splice(at, 0, range)
    return 1
  }

  /** What was said of `clock`, null when nothing. */
  at(clock: number): number | null {
    const range = this.#ranges[this.#firstBehind(clock)]
    return range && range.from <= clock ? range.row : null
  }

  covers(from: number, to: number): boolean {
    let start = from
    for (let at = this.#firstBehind(from); start < to; at++) {
      const range = this.#ranges[at]
      if (!range || range.from > start) return false
      start = range.to
    }
    return true
  }

  /** The ranges inside `from`–`to`, cut to it. */
  within(from: number, to: number): readonly ClockRange[] {
    const found: ClockRange[] = []
    for (let at = this.#firstBehind(from); at < this.#ranges.length; at++) {
      const range = this.#ranges[at]
      if (!range || range.from >= to) break
      found.push({ ...range, from: Math.max(from, range.from), to: Math.min(to, range.to) })
    }
    return found
  }

  all(): readonly ClockRange[] {
    return this.#ranges
  }

  /** The index of the first range that ends behind `clock`. */
  #firstBehind(clock: number): number {
    const last = this.#ranges.at(-1)
    if (!last || last.to <= clock) return this.#ranges.length // the way of nearly every row
    let [low, high] = [0, this.#ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ranges[middle]?.to ?? Infinity) <= clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
