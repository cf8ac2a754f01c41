import { expect, test } from 'vitest'
import { citationOf, citationsOf, labelsOf } from '#shared/clauses/index.ts'
import {
  UN_ENGLISH,
  annex,
  article,
  chapeau,
  chapter,
  closing,
  definition,
  enacting,
  footnote,
  heading,
  idNamed,
  item,
  named,
  numbered,
  par,
  part,
  preamble,
  recital,
  section,
  sub,
  testimonium,
  text,
  title,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

const cited = (...drafts: readonly Draft[]): readonly string[] => {
  const clauses = treaty(...drafts)
  return [...citationsOf(clauses, labelsOf(clauses, UN_ENGLISH)).values()]
}

test('[CL20] a numbered provision is cited by the numbers above it', () => {
  expect(cited(article('A', par('One.'), par('Two:', sub('a', item('i'))), numbered('2 bis', par('Three.'))))).toEqual([
    'Article 1',
    'Article 1(1)',
    'Article 1(2)',
    'Article 1(2)(a)',
    'Article 1(2)(a)(i)',
    'Article 1(2 bis)',
  ])
})

test('[CL21] divisions are named with those that hold them, articles with their annex alone', () => {
  expect(
    cited(
      title('T'),
      part('P', chapter('C', section('S', article('A', par('x'), par('y'))))),
      annex('X', article('B', par('z'))),
      annex('Y', article('C', par('a'), par('b')), par('c')),
    ),
  ).toEqual([
    'Title',
    'Part I',
    'Part I, Chapter I',
    'Part I, Chapter I, Section 1',
    'Article 1',
    'Article 1(1)',
    'Article 1(2)',
    'Annex I',
    'Annex I, Article 1',
    'Annex I, Article 1',
    'Annex II',
    'Annex II, Article 1',
    'Annex II, Article 1(1)',
    'Annex II, Article 1(2)',
    'Annex II, Article 1(3)',
  ])
})

test('[CL22] the only paragraph and the only chapeau are passed over', () => {
  expect(cited(article('A', par('Only:', sub('a'), sub('b'))), article('B', chapeau('For:', sub('a'))))).toEqual([
    'Article 1',
    'Article 1',
    'Article 1(a)',
    'Article 1(b)',
    'Article 2',
    'Article 2, chapeau',
    'Article 2(a)',
  ])
})

test('[CL23] what has no number is named, and counted where there are several', () => {
  expect(
    cited(
      preamble('', recital('R'), recital('S'), enacting('Have agreed')),
      heading('Terms'),
      article('A', chapeau('x', sub('a')), closing('so'), chapeau('y', sub('a')), text('q'), par('f', footnote('n'))),
      article('Terms', numbered('', definition('“Ship” means…')), numbered('', definition('Other'))),
      testimonium('IN WITNESS'),
    ),
  ).toEqual([
    'Preamble',
    'Preamble, recital 1',
    'Preamble, recital 2',
    'Preamble, enacting words',
    'Heading “Terms”',
    'Article 1',
    'Article 1, chapeau 1',
    'Article 1, chapeau 1(a)',
    'Article 1, closing words',
    'Article 1, chapeau 2',
    'Article 1, chapeau 2(a)',
    'Article 1, unnumbered text',
    'Article 1',
    'Article 1, footnote 1',
    'Article 2',
    'Article 2, definition of “Ship”',
    'Article 2, unnumbered definition',
    'Testimonium',
  ])
})

test('[CL23] an unnumbered paragraph beside numbered ones is called so', () => {
  expect(cited(article('A', numbered('', par('x')), par('y'), par('z')))).toEqual([
    'Article 1',
    'Article 1, unnumbered paragraph',
    'Article 1(1)',
    'Article 1(2)',
  ])
})

test('[CL24] a provision directly below another division than an article is named by its kind', () => {
  expect(cited(annex('X', sub('a'), sub('b')), chapter('C', par('x'), par('y')))).toEqual([
    'Annex',
    'Annex, subparagraph (a)',
    'Annex, subparagraph (b)',
    'Annex, Chapter I',
    'Annex, Chapter I, paragraph 1',
    'Annex, Chapter I, paragraph 2',
  ])
})

test('[CL20] one clause is cited as among all, and an id that is not there by nothing', () => {
  const clauses = treaty(article('A', par('x'), named('here', par('y'))))
  const labels = labelsOf(clauses, UN_ENGLISH)
  expect(citationOf(clauses, labels, idNamed('here'))).toBe('Article 1(2)')
  expect(citationOf(clauses, labels, idNamed('gone'))).toBe('')
})
