import type { ChosenFile } from '#client/platform/index.ts'

/** A file's letters, to be shown beside what was recognised; reading it for good is `readFile`'s. */
export function lettersOf(bytes: Uint8Array): string {
  const mark = BYTE_ORDER_MARKS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))
  if (mark !== undefined) return new TextDecoder(mark.encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // as the import assumes as well
  }
}

const BYTE_ORDER_MARKS = [
  { begins: [0xff, 0xfe], encoding: 'utf-16le' },
  { begins: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const BLOCKS = 'p,div,h1,h2,h3,h4,h5,h6,li,tr,br,blockquote,section,article,dt,dd,pre'

/** The lines of a source as a person reads them: of a web page, its words without its tags. */
export function sourceLines({ bytes }: ChosenFile, format: 'text' | 'html'): readonly string[] {
  const letters = lettersOf(bytes)
  if (format === 'text') return letters.split(/\r\n?|\n/)
  const page = new DOMParser().parseFromString(letters, 'text/html') // inert: nothing in it runs or loads
  for (const hidden of page.querySelectorAll('script,style,head')) hidden.remove()
  for (const block of page.querySelectorAll(BLOCKS)) block.before('\n')
  const text = page.body.textContent
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

const SOUGHT = 40
const squeezed = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

/**
 * The index of the line in which a passage begins, or -1. A text's report says which line it is; a web page has no lines
 * that a person would know, so there the passage's first words are looked for.
 */
export function lineOf(lines: readonly string[], passage: Readonly<{ text: string; line: number }>, format: 'text' | 'html'): number {
  if (format === 'text') return passage.line <= lines.length ? passage.line - 1 : -1
  const sought = squeezed(passage.text).slice(0, SOUGHT)
  return sought === '' ? -1 : lines.findIndex((line) => line.includes(sought))
}
