import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseText } from '#shared/clauses/index.ts'
import { compareTexts, countWords, RELATIONS, type RelationCounts } from '#shared/compare/index.ts'
import { article, countingIds, edited, pairArb, textOf } from './texts.ts'

const wordsOf = ({ clauses }: ClauseText) => clauses.reduce((sum, { text }) => sum + countWords(text), 0)
const total = (counts: RelationCounts) => RELATIONS.reduce((sum, relation) => sum + counts[relation], 0)

test('[CS1, CS3, CS4] clauses and words add up, in all and by chapter', () => {
  fc.assert(
    fc.property(pairArb, ({ base, revised }) => {
      const { rows, summary } = compareTexts(base, revised)
      const { articles, provisions, words, chapters } = summary
      const kindOf = new Map([...base.clauses, ...revised.clauses].map(({ id, kind }) => [id, kind]))
      const counted = rows.filter((row) => row.ghostOf === null).map(({ base: from, revised: to }) => [to, from].flatMap((id) => (id === null ? [] : [kindOf.get(id)]))[0])
      expect(total(articles)).toBe(counted.filter((kind) => kind === 'article').length)
      expect([words.kept + words.struck, words.kept + words.inserted]).toEqual([wordsOf(base), wordsOf(revised)])
      const sums = chapters.map((chapter) => [total(chapter.articles), total(chapter.provisions), chapter.words.kept, chapter.words.struck, chapter.words.inserted])
      const all = [0, 1, 2, 3, 4].map((k) => sums.reduce((sum, figures) => sum + (figures[k] ?? 0), 0))
      expect(all).toEqual([total(articles), total(provisions), words.kept, words.struck, words.inserted])
    }),
  )
})

const base = textOf(
  [{ kind: 'chapter', text: 'One' }, ...article('A', 'First rule.'), ...article('B', 'Second rule.'), { kind: 'chapter', text: 'Two' }, ...article('C', 'Third rule.')],
  countingIds(1),
)

test('[CS2] an article is edited when a paragraph of it is', () => {
  const revised = edited(base, [{ what: 'reword', at: 2, word: 0, by: 'Golden' }], countingIds(2))
  const { summary } = compareTexts(base, revised)
  expect(summary.articles).toMatchObject({ kept: 2, edited: 1 })
  expect(summary.provisions).toMatchObject({ kept: 2, edited: 1 })
  expect(summary.chapters.map(({ words }) => words.struck)).toEqual([1, 0])
})

test('[CS4] a chapter that is gone counts for itself', () => {
  const revised = { ...base, clauses: base.clauses.slice(0, 5) }
  const { chapters } = compareTexts(base, revised).summary
  expect(chapters.map(({ revised: id }) => id)).toEqual([base.clauses[0]?.id, null])
  expect(chapters[1]).toMatchObject({ base: base.clauses[5]?.id, articles: { removed: 1 }, words: { struck: 4 } })
})
