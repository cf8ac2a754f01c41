import { expect, test } from 'vitest'
import { hunksOf } from '#shared/compare/changes.ts'
import { compareTexts, redline } from '#shared/compare/index.ts'
import { article, countingIds, edited, textOf } from './texts.ts'

const newId = countingIds(1)
const base = textOf([...article('A', 'The Parties shall consult each other.', 'Second rule.'), ...article('B', 'Third rule.')], newId)

test('[CS5] renumbering alone is no entry, an article that came is one', () => {
  const revised = { ...base, clauses: [...textOf(article('New', 'It is so.', 'It is not so.'), newId).clauses, ...base.clauses] }
  const { changes, rows } = compareTexts(base, revised)
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({
    row: 0,
    relation: 'added',
    clauses: 3,
    citation: { base: null, revised: 'Article 1' },
    excerpt: { struck: '', inserted: 'New' },
  })
  expect(rows).toHaveLength(8)
})

test('[CS6] an entry cites both sides and shows the first change of wording', () => {
  const revised = edited(base, [{ what: 'reword', at: 1, word: 2, by: 'may' }, { what: 'reword', at: 1, word: 5, by: 'all.' }], newId)
  expect(compareTexts(base, revised).changes).toEqual([
    {
      row: 1,
      class: 'substance',
      relation: 'edited',
      edited: true,
      clauses: 1,
      changes: 2,
      citation: { base: 'Article 1(1)', revised: 'Article 1(1)' },
      excerpt: { struck: 'shall', inserted: 'may' },
    },
  ])
})

test('[CS5] a move is one entry, its ghost none', () => {
  const revised = { ...base, clauses: [...base.clauses.slice(3), ...base.clauses.slice(0, 3)] }
  const { changes, rows } = compareTexts(base, revised)
  expect(changes.map(({ relation }) => relation)).toEqual(['moved'])
  expect(rows.filter(({ ghostOf }) => ghostOf !== null)).toHaveLength(1)
})

test('[CS6] a long excerpt is cut at a word', () => {
  const long = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ')
  const revised = { ...base, clauses: [...base.clauses, ...textOf([{ kind: 'paragraph', text: long }], newId).clauses] }
  expect(compareTexts(base, revised).changes[0]?.excerpt.inserted).toBe(`${long.split(' ').slice(0, 12).join(' ')} …`)
})

test('[RL11] changes of typography are no hunks', () => {
  expect(hunksOf(redline('“one” two three four', '"one" two three five').runs)).toEqual([{ struck: 'four', inserted: 'five' }])
})
