/** Bits that stand for the longer words of a text by their beginnings. Texts that share no bits share no such words. */
export type Signature = Uint32Array

const WORDS = 16
const PREFIX = 5
/** From here on (CJK) a sign stands for a word. */
const IDEOGRAPHS = 0x2e80

/** Reads `text` once, sign by sign; far quicker than cutting it into words. */
export function signatureOf(text: string): Signature {
  const bits = new Uint32Array(WORDS)
  let [hash, length] = [0, 0]
  const close = (): void => {
    if (length >= PREFIX) set(bits, hash)
    hash = length = 0
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= IDEOGRAPHS) {
      close()
      set(bits, Math.imul(code, MIX))
    } else if (isLetter(code)) {
      if (length < PREFIX) hash = Math.imul(hash ^ (code | 32), MIX)
      length++
    } else close()
  }
  close()
  return bits
}
const MIX = 0x01000193

/** Latin capitals fold to small letters by one bit; what is not ASCII counts as a letter. */
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000)

function set(bits: Signature, hash: number): void {
  const at = (hash ^ (hash >>> 13)) & (WORDS * 32 - 1)
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
}

/** How many bits are set. */
export function bitsIn(signature: Signature): number {
  let bits = 0
  for (let i = 0; i < WORDS; i++) bits += ones(signature[i] ?? 0)
  return bits
}

/** The share of the bits of `one` that `other` has too: 0 to 1. `bits`: how many `one` has. */
export function shareOf(one: Signature, other: Signature, bits = bitsIn(one)): number {
  if (bits === 0) return 1
  let shared = 0
  for (let i = 0; i < WORDS; i++) shared += ones((one[i] ?? 0) & (other[i] ?? 0))
  return shared / bits
}

/** Counts the bits set, in parallel sums (Hacker's Delight, 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
