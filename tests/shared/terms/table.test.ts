import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, type ClauseText } from '#shared/clauses/index.ts'
import { termTable } from '#shared/terms/index.ts'
import { article, definition, par, treaty, type Draft } from '#tests/support/treaty.ts'
import { anySequence } from '#tests/support/sequences.ts'

const text = (...drafts: readonly Draft[]): ClauseText => ({ title: '', settings: { style: 'un', language: 'en', articleWord: null }, clauses: treaty(...drafts) })
const rows = (...texts: readonly ClauseText[]): string[] =>
  termTable(texts).rows.map(({ terms, cells, differs, near }) => `${terms.join(' / ')}: ${cells.map(({ definitions, count, flags }) => [`${definitions.length} defined, ${count} used`, ...flags].join(' ')).join(' | ')}${differs ? ' differs' : ''}${near ? ' near' : ''}`)

test('[TM6, TM9] a term is counted outside its definition; one never used is unused', () => {
  expect(rows(text(definition('“Ship” means a vessel, not a ship of the line.'), definition('“Boat” means a small ship.'), par('Ships sail.')))).toEqual(['Ship: 1 defined, 3 used', 'Boat: 1 defined, 0 used unused'])
})

test('[TM9] defined twice, but not for two articles', () => {
  expect(rows(text(par('“Ship” means a vessel.'), par('“Ship” means a boat.'), par('A ship.')))).toEqual(['Ship: 2 defined, 1 used defined-twice'])
  const apart = (name: string) => article(name, par('For the purposes of this article, “ship” means a vessel. A ship sails.'))
  expect(rows(text(apart('One'), apart('Two')))).toEqual(['ship: 2 defined, 2 used'])
})

const ONE = 'means any device that performs automatic processing of data pursuant to a program'

test('[TM11, TM13] texts side by side: the same term, defined otherwise or not', () => {
  expect(rows(text(par(`“Computer system” ${ONE}.`)), text(par(`“computer systems” ${ONE};`)))).toEqual(['Computer system / computer systems: 1 defined, 0 used unused | 1 defined, 0 used unused'])
  expect(rows(text(par(`“Computer system” ${ONE}.`)), text(par('“Computer system” means a machine.')))).toEqual(['Computer system: 1 defined, 0 used unused | 1 defined, 0 used unused differs'])
})

test('[TM11] nearly the same name, or nearly the same definition under another name', () => {
  expect(rows(text(par('“Evidence in electronic form” means data.')), text(par('“Electronic evidence form” means files.')))).toEqual(['Evidence in electronic form / Electronic evidence form: 1 defined, 0 used unused | 1 defined, 0 used unused differs near'])
  expect(rows(text(par(`“Computer system” ${ONE}.`)), text(par(`“Information device” ${ONE}.`)))).toEqual(['Computer system / Information device: 1 defined, 0 used unused | 1 defined, 0 used unused near'])
  expect(rows(text(par('“Ship” means a vessel.')), text(par('“Boat” means a vessel.')))).toHaveLength(2)
})

test('[TM12] defined in one text, used in another', () => {
  expect(rows(text(par('“Ship” means a vessel.'), par('a ship')), text(par('Two ships.')), text(par('None.')))).toEqual(['Ship: 1 defined, 1 used | 0 defined, 1 used undefined | 0 defined, 0 used'])
})

test('[TM14] any texts in any language give a table of plain values, the same every time', () => {
  const anyText = fc.tuple(anySequence, fc.constantFrom(...LANGUAGES)).map(([clauses, language]): ClauseText => ({ title: '', settings: { style: 'un', language, articleWord: null }, clauses }))
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
      const table = termTable(texts)
      expect(JSON.parse(JSON.stringify(table))).toEqual(table)
      expect(termTable(texts)).toEqual(table)
      for (const { cells } of table.rows) expect(cells).toHaveLength(texts.length)
    }),
    { seed: 1969 },
  )
})

test('[TM14] odd signs and one very long clause are read like others', () => {
  const odd = text(par(`“Sh\ud800ip” means a vessel\u200f. ${'ship '.repeat(50_000)}`))
  expect(termTable([odd]).rows).toHaveLength(1)
})
