import { Refused } from '#shared/kernel/index.ts'
import { decode } from './decode.ts'
import { readHtml } from './html/read-html.ts'
import type { ImportNote, ImportOptions, ImportResult } from './import.ts'
import { readText } from './text/read-text.ts'
import { hasWords } from './words.ts'

/** The largest file that is read, in bytes: thirty times the longest treaty at hand. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** The most lines of a text, or tags of a page, that are read: the longest treaty at hand has 3,300 lines. */
export const MAX_FILE_LINES = 100_000
export const MAX_FILE_TAGS = 1_000_000

/** A file as it was given: its name decides nothing that its content contradicts. */
export type ImportFile = Readonly<{ name: string; bytes: Uint8Array }>

const HTML_NAME = /\.x?html?$/i
const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/isu
const XML_START = /^\s*<\?xml|^\s*<akomaNtoso\b/i

type Foreign = Readonly<{ magic: readonly number[]; what: (bytes: Uint8Array) => string }>
const FOREIGN: readonly Foreign[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], what: () => 'a PDF' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: zipped },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: () => 'an old Word or Excel file' },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: () => 'a rich text (RTF) file' },
  { magic: [0x1f, 0x8b], what: () => 'a compressed (gzip) file' },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: () => 'a picture (PNG)' },
  { magic: [0xff, 0xd8, 0xff], what: () => 'a picture (JPEG)' },
  { magic: [0x47, 0x49, 0x46, 0x38], what: () => 'a picture (GIF)' },
]

/** What a ZIP container holds, by the names at its beginning. */
function zipped(bytes: Uint8Array): string {
  const names = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  if (names.includes('word/')) return 'a Word document (.docx)'
  if (names.includes('xl/')) return 'an Excel workbook'
  if (names.includes('opendocument.text')) return 'an OpenDocument text (.odt)'
  return names.includes('[Content_Types].xml') ? 'an Office document' : 'a ZIP archive'
}

/**
 * Reads a treaty from a text or HTML file of up to `MAX_FILE_BYTES`. Refuses `too-large`, and `unreadable-file` for an
 * empty file, a file of another format, and bytes that are no text; the detail says which, and what to do (FM21–FM23).
 */
export function readFile({ name, bytes, ...options }: ImportFile & ImportOptions): ImportResult {
  if (bytes.length > MAX_FILE_BYTES) {
    const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(1)
    throw new Refused(
      'too-large',
      `“${name}” has ${megabytes(bytes.length)} MB; files of up to ${megabytes(MAX_FILE_BYTES)} MB are read. Split it and bring in the parts.`,
    )
  }
  const foreign = FOREIGN.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte))
  if (foreign !== undefined) refuse(`“${name}” is ${foreign.what(bytes)}; Travaux reads text and HTML files so far. Save it as text (UTF-8) or HTML and try again.`)
  const { text, notes } = decoded(name, bytes)
  if (!hasWords(text)) refuse(bytes.length === 0 ? `“${name}” is empty.` : `“${name}” holds no words.`)
  const isHtml = HTML_START.test(text.slice(0, 4096)) || (HTML_NAME.test(name) && /<[a-z!/]/i.test(text))
  if (!isHtml && XML_START.test(text)) {
    refuse(`“${name}” is an XML file; Travaux reads text and HTML files so far. Save it as text (UTF-8) or HTML and try again.`)
  }
  const pieces = isHtml ? { most: MAX_FILE_TAGS, count: countOf('<', text), what: 'tags' } : { most: MAX_FILE_LINES, count: countOf('\n', text), what: 'lines' }
  if (pieces.count > pieces.most) {
    throw new Refused('too-large', `“${name}” has ${pieces.count} ${pieces.what}; up to ${pieces.most} are read. Split it and bring in the parts.`)
  }
  const result = isHtml ? readHtml(text, options) : readText(text, options)
  if (result.text.clauses.length === 0) refuse(`“${name}” holds no words that a reader would see.`)
  return withNotes(result, notes)
}

function countOf(sign: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}

function decoded(name: string, bytes: Uint8Array): ReturnType<typeof decode> {
  try {
    return decode(bytes)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refuse(`“${name}” cannot be read. ${error.detail}`)
  }
}

const withNotes = ({ text, report }: ImportResult, notes: readonly ImportNote[]): ImportResult => ({
  text,
  report: { ...report, notes: [...notes, ...report.notes] },
})

function refuse(detail: string): never {
  throw new Refused('unreadable-file', detail)
}
