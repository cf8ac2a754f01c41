const FINAL_BINARY = 0x82
const SHORT = 126
const MEDIUM = 65_536

/**
 * `data` as one whole binary message of a server (RFC 6455, section 5.2: unmasked, uncompressed, not fragmented), header and all.
 * What goes to every seat of a room is framed once, and each socket is handed the same bytes.
 */
export function framed(data: Uint8Array): Buffer {
  const { length } = data
  const header = length < SHORT ? 2 : length < MEDIUM ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = FINAL_BINARY
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = SHORT
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = SHORT + 1
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(data, header)
  return frame
}
