import { expect, test } from 'vitest'
import { pageOf } from '#shared/formats/html/page.ts'

const blocks = (html: string): readonly string[] => pageOf(html).units.map(({ rich }) => rich.text)

test('[FM19] paragraphs, breaks and blocks part the wording; other tags do not', () => {
  expect(blocks('<p>Article&nbsp;1<br>Scope</p>This <span>Con</span>vention <a href="x">applies</a>.<div>All')).toEqual([
    'Article 1',
    'Scope',
    'This Convention applies.',
    'All',
  ])
})

test('[FM19] entities are decoded, scripts, styles, comments and the head dropped', () => {
  expect(
    blocks('<head><title>T</title><style>p{}</style></head><body><script>if (a<b) document</script><!-- no --><p>A &amp; B &#8211; &eacute;&lt;'),
  ).toEqual(['A & B – é<'])
  expect(pageOf('<head><title> Rivers &amp; \n lakes</title></head>').title).toBe('Rivers & lakes')
})

test('[FM26] the cells of a row stand on one line', () => {
  expect(blocks('<table><tr><th>Old<th>New<tr><td>Article 1<td></td><td>Article 2</table>')).toEqual(['Old | New', 'Article 1 | | Article 2'])
})

test('[FM19] a raised number after a word refers to a note, elsewhere it belongs to its word', () => {
  expect(blocks('<p>the Convention<sup>3</sup> and peace.<sup><a href="#n">[4]</a></sup>')).toEqual(['the Convention[3] and peace.[4]'])
  expect(blocks('<p>10 m<sup>2</sup>, the 1<sup>er</sup> and N<sup>o</sup> 3')).toEqual(['10 m2, the 1er and No 3'])
})

test('[FM20] lists show their labels', () => {
  expect(blocks('<ol><li>one<ol type=a><li>two</li><li>three</ol><li value=5>four</ol><ul><li>five</ul>')).toEqual([
    '1. one',
    '(a) two',
    '(b) three',
    '5. four',
    '– five',
  ])
})

test('[FM19] headings keep their level, and blocks the line they begin on', () => {
  const { units } = pageOf('<h2>Rivers</h2>\n\n<p>\nEach Party')
  expect(units.map(({ heading, line }) => [heading, line])).toEqual([
    [2, 1],
    [null, 3],
  ])
})

test('[FM19] [FM25] nesting a hundred thousand deep does no harm', () => {
  expect(blocks(`${'<div>'.repeat(100_000)}word${'</div>'.repeat(100_000)}`)).toEqual(['word'])
  expect(blocks(`${'<b><i><sup>'.repeat(50_000)}word`)).toEqual(['word'])
  expect(blocks(`${'<ol>'.repeat(50_000)}<li>word`)).toEqual(['(1) word'])
  expect(blocks(`<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}`).join(' ')}>word`)).toEqual(['word'])
})
