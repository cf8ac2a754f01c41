import { expect, test } from 'vitest'
import { replacementsOf } from '#shared/compare/replacements.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, countingIds, textOf } from './texts.ts'

const rowsOf = (count: number) => {
  const subjects = ['ports', 'whales', 'tunnels', 'passports', 'glaciers', 'patents'].slice(0, count)
  const said = (who: string) => subjects.flatMap((subject) => article('', `The ${who} shall adopt rules on ${subject} without delay.`))
  return compareTexts(textOf(said('Community'), countingIds(1)), textOf(said('Union'), countingIds(2))).rows
}

test('[RL14] words replaced throughout are listed once, with their places', () => {
  expect(replacementsOf(rowsOf(6))).toEqual([{ struck: 'Community', inserted: 'Union', count: 6, rows: [1, 3, 5, 7, 9, 11] }])
})

test('[RL14] a few places are not throughout', () => {
  expect(replacementsOf(rowsOf(4))).toEqual([])
})
