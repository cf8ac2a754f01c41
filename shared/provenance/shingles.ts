/** Words in a row, clause by clause. */
type Words = Readonly<{ ids: Int32Array; clauseOf: Int32Array; clauseEnds: Int32Array }>

/**
 * Where each run of `length` words stands, within clauses: a hash table with open addressing from a run to its first
 * place, and from each place to the next with the same words (Karp and Rabin's fingerprints, each checked).
 */
export class Shingles {
  readonly #words: Words
  readonly #length: number
  readonly #heads: Int32Array
  readonly #next: Int32Array
  readonly #counts: Int32Array

  constructor(words: Words, length: number) {
    const { ids, clauseOf, clauseEnds } = words
    this.#words = words
    this.#length = length
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(2 * ids.length + 2))).fill(-1)
    this.#next = new Int32Array(ids.length).fill(-1)
    this.#counts = new Int32Array(ids.length)
    // From the end, so that the places of one run come in reading order.
    for (let at = ids.length - length; at >= 0; at--) {
      if (at + length > (clauseEnds[clauseOf[at] ?? 0] ?? 0)) continue
      const slot = this.#slotOf(ids, at)
      const head = this.#heads[slot] ?? -1
      this.#next[at] = head
      this.#counts[at] = 1 + (head < 0 ? 0 : (this.#counts[head] ?? 0))
      this.#heads[slot] = at
    }
  }

  /** The first place of the words that stand at `at` of `ids`, or -1. They must be there in full. */
  firstOf(ids: Int32Array, at: number): number {
    return this.#heads[this.#slotOf(ids, at)] ?? -1
  }

  /** How many places the run has whose first one is `first`. */
  countFrom(first: number): number {
    return this.#counts[first] ?? 0
  }

  /** The next place with the same words as at `place`, or -1. */
  after(place: number): number {
    return this.#next[place] ?? -1
  }

  placesFrom(first: number): number[] {
    const places: number[] = []
    for (let place = first; place >= 0; place = this.after(place)) places.push(place)
    return places
  }

  /** The first place of every run, in no order that matters. */
  firsts(): Int32Array {
    return this.#heads.filter((head) => head >= 0)
  }

  #slotOf(ids: Int32Array, at: number): number {
    const mask = this.#heads.length - 1
    let hash = 0
    for (let k = 0; k < this.#length; k++) hash = Math.imul(hash ^ (ids[at + k] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    let slot = (hash ^ (hash >>> 16)) & mask
    for (let head = this.#heads[slot] ?? -1; head >= 0 && !this.#isSame(ids, at, head); head = this.#heads[slot] ?? -1) slot = (slot + 1) & mask
    return slot
  }

  #isSame(ids: Int32Array, at: number, place: number): boolean {
    for (let k = 0; k < this.#length; k++) if (ids[at + k] !== this.#words.ids[place + k]) return false
    return true
  }
}
