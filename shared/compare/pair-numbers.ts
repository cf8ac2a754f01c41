/** Numbers pairs of whole numbers in the order in which they come: a hash table with open addressing. */
export class PairNumbers {
  #ones = new Int32Array(1024).fill(-1)
  #others = new Int32Array(1024)
  #numbers = new Int32Array(1024)
  #count = 0

  /** The number of the pair, the next free one when it is new. Both are 0 or more. */
  numberOf(one: number, other: number): number {
    const slot = this.#slotOf(one, other)
    if (this.#ones[slot] !== -1) return this.#numbers[slot] ?? 0
    this.#ones[slot] = one
    this.#others[slot] = other
    this.#numbers[slot] = this.#count
    if (2 * ++this.#count > this.#ones.length) this.#grow()
    return this.#count - 1
  }

  #slotOf(one: number, other: number): number {
    const mask = this.#ones.length - 1
    let slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) & mask
    while (this.#ones[slot] !== -1 && (this.#ones[slot] !== one || this.#others[slot] !== other)) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [ones, others, numbers] = [this.#ones, this.#others, this.#numbers]
    this.#ones = new Int32Array(2 * ones.length).fill(-1)
    this.#others = new Int32Array(2 * ones.length)
    this.#numbers = new Int32Array(2 * ones.length)
    for (let i = 0; i < ones.length; i++) {
      const [one, other] = [ones[i] ?? -1, others[i] ?? 0]
      if (one === -1) continue
      const slot = this.#slotOf(one, other)
      this.#ones[slot] = one
      this.#others[slot] = other
      this.#numbers[slot] = numbers[i] ?? 0
    }
  }
}
