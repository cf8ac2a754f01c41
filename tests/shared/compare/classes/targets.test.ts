import { expect, test } from 'vitest'
import { labelsOf } from '#shared/clauses/index.ts'
import { sidesOf } from '#shared/compare/classes/sides.ts'
import { Targets } from '#shared/compare/classes/targets.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, countingIds, textOf } from '../texts.ts'

const waiting = article('Waiting', 'Each vessel shall wait in the outer harbour for thirty days.', 'No vessel is inspected before the pilot has come aboard.')
const cargo = article('Cargo', 'The master shall report the cargo to the port authority in writing.')
const levy = article('Levy', 'A levy of two per cent is paid in gold coin by the owner.')
const base = textOf([...waiting, ...cargo], countingIds(1))
const revised = textOf([...waiting, ...levy, ...cargo], countingIds(2))
const given = ({ clauses, settings }: typeof base) => ({ clauses, labels: labelsOf(clauses, settings) })
const sameTarget = new Targets(sidesOf(given(base), given(revised), compareTexts(base, revised).rows)).from(1, 1)
const to = (label: string) => ({ level: 'article', label, within: null }) as const

test('[CC6] references have the same target when their targets are partners', () => {
  expect(sameTarget(to('2'), to('3'))).toBe('same')
  expect(sameTarget(to('1'), to('3'))).toBe('other')
  expect(sameTarget(to('9'), to('3'))).toBe('unknown')
  expect(sameTarget(to('2'), to('2'))).toBe('unclear')
  expect(sameTarget({ level: 'paragraph', label: '2', within: '1' }, { level: 'paragraph', label: '2', within: '1' })).toBe('same')
  expect(sameTarget({ level: 'paragraph', label: '2', within: null }, { level: 'paragraph', label: '1', within: null })).toBe('other')
})
