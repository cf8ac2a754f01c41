// @vitest-environment jsdom
import { DOMParser, DOMSerializer } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { draftSchema, SCHEMA_VERSION } from '#shared/document/index.ts'

function parsed(html: string) {
  const page = document.createElement('div')
  page.innerHTML = html
  return DOMParser.fromSchema(draftSchema).parse(page)
}

function written(html: string): string {
  const page = document.createElement('div')
  page.append(DOMSerializer.fromSchema(draftSchema).serializeFragment(parsed(html).content))
  return page.innerHTML
}

test('a clause is written with what it is, and read back', () => {
  const html =
    '<div data-clause="" data-id="c_0000000001" data-kind="subparagraph" data-depth="1" data-number="4 bis">one <em>two</em> <strong>three</strong></div>'
  expect(written(html)).toBe(html)
})

test('[DC1] what is odd in pasted HTML counts with defaults', () => {
  const clause = parsed('<div data-clause data-id="<script>" data-kind="x" data-depth="99" onclick="alert(1)">one</div>').child(0)
  expect(clause.attrs).toEqual({ id: null, kind: 'text', unknownKind: null, depth: 5, number: null })
  expect(written('<div data-clause>one<script>alert(1)</script><a href="javascript:alert(1)">two</a></div>')).toBe(
    '<div data-clause="" data-kind="text" data-depth="0">onetwo</div>',
  )
})

test('[DC16] what is not known here is shown for reading, and a copy of it through the clipboard is its words alone', () => {
  const atom = draftSchema.node('unknownAtom', { data: '{"footnote":1}' })
  const clause = draftSchema.node('clause', { unknownKind: 'resolution' }, [draftSchema.text('words'), atom])
  const page = document.createElement('div')
  page.append(DOMSerializer.fromSchema(draftSchema).serializeNode(clause))
  expect(page.querySelector('[data-unknown-kind]')?.getAttribute('contenteditable')).toBe('false')
  expect(parsed(page.innerHTML).toJSON()).toEqual(parsed('<div data-clause data-kind="text" data-depth="0">words</div>').toJSON())
})

test('paragraphs and list entries from elsewhere each become a clause', () => {
  const texts: string[] = []
  parsed('<h2>one</h2><p>two <b>bold</b></p><ol><li>three</li><li>four</li></ol>').forEach((node) => texts.push(node.textContent))
  expect(texts).toEqual(['one', 'two bold', 'three', 'four'])
})

test('the schema has a version, and a draft at least one clause', () => {
  expect(SCHEMA_VERSION).toBeGreaterThanOrEqual(1)
  expect(() => draftSchema.node('doc').check()).toThrow('Invalid content')
})
