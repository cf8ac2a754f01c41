import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDivision, labelsOf, type ClauseText } from '#shared/clauses/index.ts'
import { readHtml, readText, wordsOf, writeText } from '#shared/formats/index.ts'
import { BUDAPEST_ARTICLES, BUDAPEST_DIVISIONS } from './gold-budapest.ts'
import { PROTOCOL_ARTICLES } from './gold-protocol.ts'
import { TERRORISM_FINANCING_ARTICLES } from './gold-terrorism-financing.ts'
import { UNCAC_ARTICLES, UNCAC_DIVISIONS } from './gold-uncac.ts'
import { UNTOC_ARTICLES } from './gold-untoc.ts'
import { articlesOf, corpusFiles, corpusText, idsInOrder, outlineOf, read, wordsOut } from './reading.ts'

const treaties = [
  ...corpusFiles('treaties', '.txt'),
  ...corpusFiles('languages', '.txt'),
  ...corpusFiles('versions', '.txt'),
].map((path) => ({ name: basename(path), path }))
const source = (path: string): string => corpusText(path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1))
const hasCorpus = treaties.length > 0

describe.skipIf(!hasCorpus)('real treaties', () => {
  test.for(treaties)('[FM1] the words out are the words in: $name', ({ path }) => {
    const text = source(path)
    const { text: imported, report } = read(text)
    const wordsIn = wordsOf(text)
    expect(report.wordsIn).toBe(wordsIn.length)
    // Compared as one string: a failure then shows the place and not two arrays of 90,000 words.
    expect(firstDifference(wordsIn, wordsOut(imported))).toBeNull()
  })

  const gold = [
    { name: 'budapest-ets185-en.txt', articles: BUDAPEST_ARTICLES, count: 48 },
    { name: 'budapest-protocol1-ets189-en.txt', articles: PROTOCOL_ARTICLES, count: 16 },
    { name: 'uncac-en.txt', articles: UNCAC_ARTICLES, count: 71 },
    { name: 'untoc-en.txt', articles: UNTOC_ARTICLES, count: 41 },
    { name: 'un-terrorism-financing-1999-en.txt', articles: TERRORISM_FINANCING_ARTICLES, count: 28 },
  ]
  test.for(gold)('[FM7] [FM8] articles, titles and paragraph counts as read by a person: $name', ({ name, articles, count }) => {
    const { text } = read(corpusText(`treaties/${name}`))
    expect(articles).toHaveLength(count)
    expect(articlesOf(text)).toEqual(articles)
  })

  test.for(gold)('[FM2] at most 2 % of provisions stay unrecognised: $name', ({ name }) => {
    const { text, report } = read(corpusText(`treaties/${name}`))
    const provisions = text.clauses.filter(({ kind }) => !isDivision(kind)).length
    expect(report.unrecognised.length).toBeLessThanOrEqual(provisions * 0.02)
  })

  test.for([
    { name: 'budapest-ets185-en.txt', divisions: BUDAPEST_DIVISIONS },
    { name: 'uncac-en.txt', divisions: UNCAC_DIVISIONS },
  ])('[FM9] chapters, sections and titles, each before its first article: $name', ({ name, divisions }) => {
    expect(divisionsOf(read(corpusText(`treaties/${name}`)).text)).toEqual(divisions)
  })

  test.for(gold)('[FM17] no clause needs a number of its own, so each renumbers freely: $name', ({ name }) => {
    const { text } = read(corpusText(`treaties/${name}`))
    const written = text.clauses.filter(({ number }) => number !== null && number !== '')
    expect(written).toEqual([])
  })

  test('[FM6] the Convention on Cybercrime is numbered in the manner of the Council of Europe, others are not', () => {
    const styles = gold.map(({ name }) => read(corpusText(`treaties/${name}`)).text.settings.style)
    expect(styles).toEqual(['coe', 'un', 'un', 'un', 'un'])
  })

  test('[FM6] each official language is told', () => {
    const told = (['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const).map(
      (language) => read(corpusText(`languages/bbnj-2023-${language}.txt`)).text.settings.language,
    )
    expect(told).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  })

  test.for(['en', 'es', 'fr', 'ru', 'zh'])('[FM11] the agreement of 2023 has 76 articles in 12 parts with two annexes: %s', (language) => {
    const { counts } = read(corpusText(`languages/bbnj-2023-${language}.txt`)).report
    expect([counts.part, counts.article, counts.annex]).toEqual([12, 76, 2])
  })

  test('[FM7] [FM17] the exploitation regulations keep bis, ter and Alt. numbers, and headings run into other lines', () => {
    const { text } = read(corpusText('treaties/isa-draft-exploitation-regs-2025-12-23-en.txt'))
    const labels = new Set([...labelsOf(text.clauses, text.settings).values()].map((label) => label.text))
    expect(text.settings.articleWord).toBe('Regulation')
    for (const label of ['Regulation 4 bis', 'Regulation 25 Alt', 'Regulation 29 quat', 'Regulation 107', '(a) bis', '1 ter.'])
      expect([label, labels.has(label)]).toEqual([label, true])
  })

  test.for(gold)('[FM24] written as text and read again, kinds, labels and words are the same: $name', ({ name }) => {
    const { text } = read(corpusText(`treaties/${name}`))
    const again = readText(writeText(text), { newId: idsInOrder() }).text
    expect(outlineOf(again)).toEqual(outlineOf(text))
    expect(again.settings).toEqual(text.settings)
  })
})

const [page] = corpusFiles('html', '.html')

describe.skipIf(page === undefined)('the Official Journal page with the treaties of the European Union', () => {
  const html = page === undefined ? '' : corpusText('html/eu-lisbon-oj-c115-2008-full.html')
  const { text, report } = readHtml(html, { newId: idsInOrder() })

  test('[FM1] [FM19] the words out are the words between its tags', () => {
    expect(firstDifference(wordsOf(textBetweenTags(html)), wordsOut(text))).toBeNull()
  })

  test('[FM26] its tables and its table of contents are told from its articles', () => {
    const reasons = new Set(report.unrecognised.map(({ why }) => why))
    expect(reasons.has('table')).toBe(true)
    expect(reasons.has('table-of-contents')).toBe(true)
  })

  test('[FM11] the Treaty on European Union has articles 1 to 55, the one on its functioning 1 to 358', () => {
    const numbers = articlesOf(text).map(([number]) => number)
    const count = (to: number): readonly string[] => Array.from({ length: to }, (_, index) => String(index + 1))
    expect(numbers.slice(0, 55)).toEqual(count(55))
    expect(numbers.slice(55, 55 + 358)).toEqual(count(358))
  })
})

/** Tags cut out the crude way, to check the reader against something that shares no code with it. */
function textBetweenTags(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/su, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
}

function divisionsOf({ clauses, settings }: ClauseText): readonly (readonly [string, string, string])[] {
  const labels = labelsOf(clauses, settings)
  return clauses.flatMap((clause, index) => {
    if (!['part', 'chapter', 'section', 'subsection'].includes(clause.kind)) return []
    const article = clauses.slice(index).find(({ kind }) => kind === 'article')
    const first = article === undefined ? '' : (labels.get(article.id)?.number ?? '')
    return [[labels.get(clause.id)?.text ?? '', clause.text, first] as const]
  })
}

/** The first place where two runs of words part, with the words around it; null where they are the same. */
function firstDifference(one: readonly string[], other: readonly string[]): string | null {
  const longer = Math.max(one.length, other.length)
  for (let at = 0; at < longer; at++) {
    if (one[at] === other[at]) continue
    const around = (words: readonly string[]): string => words.slice(Math.max(0, at - 5), at + 6).join(' ')
    return `word ${at}: “${around(one)}” became “${around(other)}”`
  }
  return null
}
