/** Update number `n` of a run: recognisable, and large enough that a torn write would show. */
export function numbered(n: number): Uint8Array {
  const update = new Uint8Array(2_000).fill(n % 251)
  new DataView(update.buffer).setUint32(0, n)
  return update
}
