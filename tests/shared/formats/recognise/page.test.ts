import { expect, test } from 'vitest'
import { headingOf } from '#shared/formats/recognise/heading.ts'
import { Page } from '#shared/formats/recognise/page.ts'
import { surveyOf } from '#shared/formats/recognise/survey.ts'
import { plain } from '#shared/formats/rich.ts'

const blank = (): Page => new Page([], surveyOf([]))

test('[FM14] parts of a broken sentence become one wording, however many', () => {
  const page = blank()
  expect(page.isBlank).toBe(true)
  page.push({ kind: 'paragraph', rich: plain('Each Party'), line: 1 })
  for (const words of ['shall', 'consult']) page.extend(plain(words))
  expect(page.tail).toBe('consult')
  page.push({ kind: 'paragraph', rich: plain(''), line: 4, printed: '2.', number: '2' })
  page.extend(plain('No Party.'))
  expect(page.finish().map(({ rich, line }) => [rich.text, line])).toEqual([
    ['Each Party shall consult', 1],
    ['No Party.', 4],
  ])
})

test('[FM9] what lies in an annex stays in it until another division of the text', () => {
  const page = blank()
  page.enter('annex')
  page.enter('article')
  expect([page.isInAnnex, page.inBody]).toEqual([true, true])
  page.enter('division')
  expect([page.isInAnnex, page.inBody]).toEqual([false, false])
})

test('[FM15] an article is known by its title while it is open', () => {
  const page = blank()
  page.push({ kind: 'article', rich: plain('Definitions'), line: 1 })
  page.enter('article')
  expect([page.title, page.isEmpty, page.isNumbered]).toEqual(['Definitions', true, false])
})

test('[FM7] in Chinese an article after a later one is a mention, the first of another text is not', () => {
  const page = blank()
  const goesBack = (text: string): boolean => {
    const heading = headingOf(text)
    return heading !== null && page.goesBack(heading)
  }
  expect(['第七十条', '第七十一条', '第七十条', '第七十二条', '第一条'].map(goesBack)).toEqual([false, false, true, false, false])
  expect(goesBack('Article 3')).toBe(false)
})
