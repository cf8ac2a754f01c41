import { Refused } from '#shared/kernel/index.ts'
import type { ImportNote } from './import.ts'

/** A file's wording as a string, with what had to be done to get it. */
export type Decoded = Readonly<{ text: string; notes: readonly ImportNote[] }>

/** So many first bytes of a page are searched for its declared encoding (HTML Living Standard, "prescan"). */
const PRESCAN_BYTES = 1024
/** Above this share of letters from beyond ASCII a file that is no UTF-8 is not taken for Windows-1252. */
const MAX_HIGH_SHARE = 0.35
/**
 * The characters of the bytes 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard), U+FFFD where it has none. The
 * rest are as in Latin-1. Not left to the platform: Node 20 decodes these bytes as controls, browsers do not.
 */
const WINDOWS_1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'
/** Characters made in one go: more would be too many arguments. */
const CHUNK = 8192
const WESTERN = /^(?:windows-1252|iso-8859-1|iso-8859-15|latin1|us-ascii|ascii)$/i

/**
 * Decodes a text or HTML file: by its byte order mark, else as UTF-8, else as what the page declares or as
 * Windows-1252 where that gives sane text (FM22). Refuses `unreadable-file` for what is no text in these encodings.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { text: strictly('utf-8', bytes.subarray(3)), notes: [{ id: 'byte-order-mark-removed', count: 1 }] }
  }
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes)
  if (bytes.includes(0)) {
    throw new Refused('unreadable-file', 'The file holds NUL bytes, so it is not a text file. Save it as text (UTF-8) or HTML and try again.')
  }
  try {
    return { text: strictly('utf-8', bytes), notes: [] }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return western(bytes)
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refused(
      'unreadable-file',
      `The file is not valid ${encoding.toUpperCase()}${whereBroken(encoding, bytes)}. Save it again as UTF-8 and try again.`,
    )
  }
}

/** Where the first byte stands that is not UTF-8, as words to add: people can look there. */
function whereBroken(encoding: string, bytes: Uint8Array): string {
  if (encoding !== 'utf-8') return ''
  const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? ''
  return `: line ${before.split('\n').length} holds bytes that are no character`
}

function utf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  return { text: strictly(encoding, bytes.subarray(2)), notes: [{ id: 'utf-16-decoded', count: 1 }] }
}

function western(bytes: Uint8Array): Decoded {
  const head = windows1252(bytes.subarray(0, PRESCAN_BYTES))
  const declared = /charset\s*=\s*["']?\s*(?<name>[\w-]+)/i.exec(head)?.groups?.['name'] ?? ''
  const isDeclared = WESTERN.test(declared)
  if (!isDeclared && !isSaneWestern(bytes)) strictly('utf-8', bytes)
  const text = windows1252(bytes)
  return { text, notes: [{ id: isDeclared ? 'encoding-declared' : 'windows-1252-assumed', count: 1 }] }
}

/** `bytes` as Windows-1252. */
function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const latin = String.fromCharCode(...bytes.subarray(from, from + CHUNK))
    text += latin.replace(/[\u0080-\u009f]/gu, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80))
  }
  return text
}

function isSaneWestern(bytes: Uint8Array): boolean {
  let high = 0
  for (const byte of bytes) {
    if (WINDOWS_1252.charAt(byte - 0x80) === '\uFFFD' || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false
    if (byte >= 0x80) high++
  }
  return high <= bytes.length * MAX_HIGH_SHARE
}
