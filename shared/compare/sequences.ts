/** Numbers sequences of whole numbers: equal ones have one number, from 0 up in the order in which they come. */
export class Sequences {
  readonly #known: Int32Array[] = []
  readonly #byHash = new Map<number, number[]>()

  numberOf(sequence: Int32Array): number {
    let hash = sequence.length
    for (let i = 0; i < sequence.length; i++) hash = Math.imul(hash ^ (sequence[i] ?? 0), MIX) ^ (hash >>> 15)
    const alike = this.#byHash.get(hash)
    const found = alike?.find((number) => isSame(this.#known[number], sequence))
    if (found !== undefined) return found
    const number = this.#known.push(sequence) - 1
    if (alike === undefined) this.#byHash.set(hash, [number])
    else alike.push(number)
    return number
  }
}
const MIX = 0x9e3779b1

function isSame(one: Int32Array | undefined, other: Int32Array): boolean {
  if (one?.length !== other.length) return false
  for (let i = 0; i < other.length; i++) if (one[i] !== other[i]) return false
  return true
}
