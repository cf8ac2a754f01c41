/** What of two sequences is compared: from `i` up to `iEnd` of the one, from `j` up to `jEnd` of the other. */
export type Box = Readonly<{ i: number; iEnd: number; j: number; jEnd: number }>

/** Diagonals walked in one step: a few milliseconds. */
const STEP = 200_000

/**
 * The middle of a least edit, sought from both ends at once (Myers 1986, section 4b). Works through one box of two
 * sequences after the other, in steps, with the same memory: two numbers a word.
 */
export class Bisection {
  readonly #base: Int32Array
  readonly #revised: Int32Array
  /** How far each diagonal was walked from the front, and from the back; -1 where none was. */
  readonly #front: Int32Array
  readonly #back: Int32Array
  #box: Box = { i: 0, iEnd: 0, j: 0, jEnd: 0 }
  /** The diagonal that both walks begin on stands in the middle of the two rows. */
  #middle = 0
  #edits = 0
  /** Diagonals left out at either end, as they ran off the box. */
  readonly #frontCut = { low: 0, high: 0 }
  readonly #backCut = { low: 0, high: 0 }
  /** Where the two walks met; null before, and when the two sides of the box have nothing in common. */
  meeting: Readonly<{ i: number; j: number }> | null = null

  constructor(base: Int32Array, revised: Int32Array) {
    this.#base = base
    this.#revised = revised
    this.#front = new Int32Array(base.length + revised.length + 3)
    this.#back = new Int32Array(base.length + revised.length + 3)
  }

  /** Turns to `box`, whose sides neither begin nor end alike. */
  begin(box: Box): void {
    this.#box = box
    this.#middle = Math.ceil((box.iEnd - box.i + box.jEnd - box.j) / 2)
    this.#edits = 0
    this.#frontCut.low = this.#frontCut.high = this.#backCut.low = this.#backCut.high = 0
    this.meeting = null
    for (const row of [this.#front, this.#back]) {
      row.fill(-1, 0, 2 * this.#middle + 2)
      row[this.#middle + 1] = 0
    }
  }

  /** One step; true when the box is done. */
  advance(): boolean {
    for (let walked = 0; this.#edits < this.#middle && walked < STEP; walked += 2 * this.#edits++)
      if (this.#walkFront(this.#edits) || this.#walkBack(this.#edits)) return true
    return this.#edits >= this.#middle
  }

  #walkFront(edits: number): boolean {
    const [base, revised, front, back, middle, cut] = [this.#base, this.#revised, this.#front, this.#back, this.#middle, this.#frontCut]
    const { i, iEnd, j, jEnd } = this.#box
    const [n, m] = [iEnd - i, jEnd - j]
    const delta = n - m
    for (let k = cut.low - edits; k <= edits - cut.high; k += 2) {
      const at = middle + k
      let x = k === -edits || (k !== edits && (front[at - 1] ?? -1) < (front[at + 1] ?? -1)) ? (front[at + 1] ?? -1) : (front[at - 1] ?? -1) + 1
      let y = x - k
      while (x < n && y < m && base[i + x] === revised[j + y]) {
        x++
        y++
      }
      front[at] = x
      if (x > n) cut.high += 2
      else if (y > m) cut.low += 2
      else if (delta % 2 !== 0) {
        const opposite = middle + delta - k
        const reached = opposite >= 0 && opposite < 2 * middle ? (back[opposite] ?? -1) : -1
        if (reached !== -1 && x >= n - reached) {
          this.meeting = { i: i + x, j: j + y }
          return true
        }
      }
    }
    return false
  }

  #walkBack(edits: number): boolean {
    const [base, revised, front, back, middle, cut] = [this.#base, this.#revised, this.#front, this.#back, this.#middle, this.#backCut]
    const { i, iEnd, j, jEnd } = this.#box
    const [n, m] = [iEnd - i, jEnd - j]
    const delta = n - m
    for (let k = cut.low - edits; k <= edits - cut.high; k += 2) {
      const at = middle + k
      let x = k === -edits || (k !== edits && (back[at - 1] ?? -1) < (back[at + 1] ?? -1)) ? (back[at + 1] ?? -1) : (back[at - 1] ?? -1) + 1
      let y = x - k
      while (x < n && y < m && base[iEnd - 1 - x] === revised[jEnd - 1 - y]) {
        x++
        y++
      }
      back[at] = x
      if (x > n) cut.high += 2
      else if (y > m) cut.low += 2
      else if (delta % 2 === 0) {
        const opposite = middle + delta - k
        const reached = opposite >= 0 && opposite < 2 * middle ? (front[opposite] ?? -1) : -1
        if (reached !== -1 && reached >= n - x) {
          this.meeting = { i: i + reached, j: j + reached - (delta - k) }
          return true
        }
      }
    }
    return false
  }
}
