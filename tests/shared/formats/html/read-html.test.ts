import { expect, test } from 'vitest'
import { readHtml } from '#shared/formats/index.ts'
import { idsInOrder, outlineOf } from '../reading.ts'

const PAGE = `<!DOCTYPE html><html><head><title>Draft</title><style>p { }</style></head><body>
<h1>Convention on <em>Rivers</em></h1>
<h2>Chapter I</h2><p>GENERAL PROVISIONS</p>
<h3><b>Article 1</b></h3><p><b>Scope</b></p>
<ol><li>Each Party shall, <i>inter alia</i>:
  <ol type="a"><li>act;</li><li>report<sup>1</sup>.</li></ol></li>
<li>No Party shall harm another.</li></ol>
<h3>Miscellaneous</h3>
<p>Article 2</p><p>This Convention enters into force at once.</p>
<p>[1] In writing.</p>
</body></html>`

test('[FM19] [FM20] a page becomes clauses', () => {
  const { text, report } = readHtml(PAGE, { newId: idsInOrder() })
  expect(outlineOf(text)).toEqual([
    'title Convention on Rivers',
    'chapter [Chapter I] GENERAL PROVISIONS',
    'article [Article 1] Scope',
    'paragraph [1.] Each Party shall, inter alia:',
    '  subparagraph [(a)] act;',
    '  subparagraph [(b)] report[1].',
    'paragraph [2.] No Party shall harm another.',
    'heading Miscellaneous',
    'article [Article 2]',
    'paragraph This Convention enters into force at once.',
    'footnote [1] In writing.',
  ])
  expect(text.clauses.flatMap((clause) => clause.spans.map(({ from, to, mark }) => `${mark}:${clause.text.slice(from, to)}`))).toEqual([
    'em:Rivers',
    'em:inter alia',
  ])
  expect(text.title).toBe('Convention on Rivers')
  expect(report).toMatchObject({ format: 'html', unrecognised: [] })
})

test('[FM4] what shows nothing is taken out and noted', () => {
  const { text, report } = readHtml('<p>com\u00adputer', { newId: idsInOrder() })
  expect(text.clauses[0]?.text).toBe('computer')
  expect(report.notes).toEqual([{ id: 'invisible-characters-removed', count: 1 }])
})
