import { expect, test } from 'vitest'
import { labelsOf } from '#shared/clauses/index.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import { sidesOf } from '#shared/compare/classes/sides.ts'
import { stretchesOf, Surplus } from '#shared/compare/classes/surplus.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, countingIds, textOf } from '../texts.ts'

const wait = 'Each vessel shall wait in the outer harbour until the pilot has inspected its entire cargo.'
const base = textOf(article('Waiting', wait, 'Salt; pepper; cinnamon and nutmeg shall be declared to the customs officer.'), countingIds(1))
const revised = textOf(article('Waiting', wait), countingIds(2))
const { rows } = compareTexts(base, revised)
const given = ({ clauses, settings }: typeof base) => ({ clauses, labels: labelsOf(clauses, settings) })
const side = sidesOf(given(base), given(revised), rows).base
const surplus = new Surplus(stretchesOf(rows, side, 'base'), side, new Reader(true))
const here = { index: 1, anchor: 1 }

test('[CC11] finds what one side has alone, near by', () => {
  expect(surplus.standingOf('Pepper, cinnamon and nutmeg shall be declared to the customs officer', true, here)).toBe('same')
  expect(surplus.standingOf('Pepper, cinnamon, nutmeg shall be declared to the customs officer', true, here)).toBe('other-words')
  expect(surplus.standingOf('Pepper, cinnamon and nutmeg shall not be declared to the customs officer', true, here)).toBeNull()
  expect(surplus.standingOf(wait, true, here)).toBeNull()
  expect(surplus.standingOf('Pepper, cinnamon and nutmeg shall be declared to the customs officer', true, { index: 90, anchor: 90 })).toBeNull()
})
