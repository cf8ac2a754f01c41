import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_FILE_LINES, readFile } from '#shared/formats/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { idsInOrder, outlineOf } from './reading.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusal = (name: string, given: Uint8Array): string => {
  try {
    readFile({ name, bytes: given, newId: idsInOrder() })
  } catch (error) {
    if (error instanceof Refused) return `${error.id}: ${error.detail}`
    throw error
  }
  return 'read'
}

test.for([
  ['a PDF', '%PDF-1.7 …'],
  ['a Word document (.docx)', 'PK\u0003\u0004……word/document.xml'],
  ['an Excel workbook', 'PK\u0003\u0004……xl/workbook.xml'],
  ['an OpenDocument text (.odt)', 'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text'],
  ['an Office document', 'PK\u0003\u0004[Content_Types].xml'],
  ['a ZIP archive', 'PK\u0003\u0004readme'],
  ['a rich text (RTF) file', '{\\rtf1 Article 1}'],
  ['an XML file', '<?xml version="1.0"?><akomaNtoso><p>Article 1</p></akomaNtoso>'],
] as const)('[FM21] %s is refused by its content, under any name', ([what, content]) => {
  for (const name of ['treaty.txt', 'treaty.html']) {
    if (what === 'an XML file' && name.endsWith('html')) continue
    expect(refusal(name, utf8(content))).toBe(
      `unreadable-file: “${name}” is ${what}; Travaux reads text and HTML files so far. Save it as text (UTF-8) or HTML and try again.`,
    )
  }
})

test.for([
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0]],
  ['a compressed (gzip) file', [0x1f, 0x8b, 8]],
  ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture (JPEG)', [0xff, 0xd8, 0xff, 0xe0]],
  ['a picture (GIF)', [0x47, 0x49, 0x46, 0x38]],
] as const)('[FM21] %s is refused', ([what, content]) => {
  expect(refusal('annex.txt', Uint8Array.from(content))).toContain(`“annex.txt” is ${what}; `)
})

test('[FM23] empty, wordless and invisible files are refused', () => {
  expect(refusal('a.txt', new Uint8Array())).toBe('unreadable-file: “a.txt” is empty.')
  expect(refusal('a.txt', utf8(' \n---\n'))).toBe('unreadable-file: “a.txt” holds no words.')
  expect(refusal('a.html', utf8('<html><script>let a</script></html>'))).toBe('unreadable-file: “a.html” holds no words that a reader would see.')
})

test('[FM23] more than the stated bytes or lines are refused with both figures', () => {
  expect(refusal('a.txt', new Uint8Array(MAX_FILE_BYTES + 1))).toMatch(/^too-large: “a\.txt” has 10\.0 MB; files of up to 10\.0 MB/)
  expect(refusal('a.txt', utf8('a\n'.repeat(MAX_FILE_LINES + 1)))).toMatch(/^too-large: “a\.txt” has 100001 lines; up to 100000/)
  expect(refusal('a.html', utf8('<p>a'.repeat(1_000_001)))).toMatch(/^too-large: “a\.html” has 1000001 tags/)
})

test('[FM22] what is broken is said with the name of the file', () => {
  expect(refusal('draft.txt', Uint8Array.from([65, 0, 66]))).toMatch(/^unreadable-file: “draft\.txt” cannot be read\. The file holds NUL bytes/)
})

test('[FM21] the content tells a page from text, the name only where it may be either', () => {
  const outline = (name: string, content: string): readonly string[] =>
    outlineOf(readFile({ name, bytes: utf8(content), newId: idsInOrder() }).text)
  const article = ['article [Article 1] Scope', 'paragraph This Convention applies.']
  expect(outline('a.txt', 'Article 1\nScope\nThis Convention applies.')).toEqual(article)
  expect(outline('a.txt', '<!DOCTYPE html><h2>Article 1</h2><p>Scope<p>This Convention applies.')).toEqual(article)
  expect(outline('a.htm', '<p>Article 1</p><p>Scope</p><p>This Convention applies.</p>')).toEqual(article)
  expect(outline('a.html', 'Article 1\nScope\nThis Convention applies.')).toEqual(article)
})

test('[FM22] what was done to decode is in the report', () => {
  const { report } = readFile({ name: 'a.txt', bytes: utf8('\uFEFFArti\u00adcle 1'), newId: idsInOrder() })
  expect(report.notes).toEqual([
    { id: 'byte-order-mark-removed', count: 1 },
    { id: 'invisible-characters-removed', count: 1 },
  ])
})

test('[FM2] any bytes are read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom('a.txt', 'a.html', ''), (given, name) => {
      expect(refusal(name, given)).toMatch(/^(?:read$|unreadable-file: |too-large: )/)
    }),
  )
})
