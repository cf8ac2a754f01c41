import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseText, revisedText, type RedlineRun } from '#shared/compare/index.ts'
import type { ComparisonJson, Match } from '#shared/exports/index.ts'
import { readClauses } from '#shared/exports/index.ts'
import { comparedOf, resultArb } from './sample.ts'

const isPrimary = ({ kind }: Match): boolean => ['one-to-one', 'added', 'removed'].includes(kind)
const primaries = ({ matches }: ComparisonJson): readonly Match[] => matches.filter(isPrimary)
const idsOn = (matches: readonly Match[], side: 'base' | 'revised'): readonly string[] => matches.flatMap((match) => match[side] ?? []).toSorted()
const runsOf = (match: Match): readonly RedlineRun[] => match.redline as readonly RedlineRun[]

test('[EX5] every clause of either side has exactly one primary match', () => {
  fc.assert(
    fc.property(resultArb, ({ base, revised, result }) => {
      expect(idsOn(primaries(result), 'base')).toEqual(base.side.clauses.map(({ id }) => id).toSorted())
      expect(idsOn(primaries(result), 'revised')).toEqual(revised.side.clauses.map(({ id }) => id).toSorted())
    }),
  )
})

test('[EX5] the redlines read back as the texts of the clauses, to the letter', () => {
  fc.assert(
    fc.property(resultArb, ({ base, revised, result }) => {
      const said = { base: new Map(base.side.clauses.map(({ id, text }) => [id, text])), revised: new Map(revised.side.clauses.map(({ id, text }) => [id, text])) }
      const wrong = primaries(result).filter((match) => baseText(runsOf(match)) !== (said.base.get(match.base ?? '') ?? '') || revisedText(runsOf(match)) !== (said.revised.get(match.revised ?? '') ?? ''))
      expect(wrong).toEqual([])
    }),
  )
})

test('[EX6] what else hangs together is named once, and is no pair of partners', () => {
  fc.assert(
    fc.property(resultArb, ({ result }) => {
      const keyOf = ({ base, revised }: Match): string => `${base} ${revised}`
      const partners = new Set(primaries(result).map(keyOf))
      const links = result.matches.filter((match) => !isPrimary(match)).map(keyOf)
      expect(links).toEqual([...new Set(links)])
      expect(links.filter((link) => partners.has(link) || link.includes('null'))).toEqual([])
    }),
  )
})

test('[EX4] articles given in one piece are compared by their heading and their lines, and shown whole', () => {
  const article = (id: string, text: string) => ({ id, kind: 'article', label: `Article ${id}`, text })
  const side = (name: 'base' | 'revised', ...clauses: readonly object[]) => readClauses({ clauses }, { name: `${name}.json`, side: name })
  const base = side('base', article('1', 'Scope\n1. This Convention shall apply to the prevention of offences.'), article('2', 'Illegal access\n1. Each Party shall adopt measures against access without right.'))
  const revised = side('revised', article('1', 'Illegal access\n1. Each Party may adopt measures against access without right.'), article('2', 'Scope\n1. This Convention shall apply to the prevention of offences.'))
  const { matches } = comparedOf(base, revised)
  const [access] = matches.filter(({ base: id }) => id === '2')
  expect(access).toMatchObject({ kind: 'one-to-one', revised: '1', edited: true, classes: { class: 'substance' } })
  expect(access?.redline.filter(({ kind }) => kind !== 'keep')).toEqual([{ kind: 'strike', text: 'shall' }, { kind: 'insert', text: 'may' }])
  expect(matches.find(({ base: id }) => id === '1')).toMatchObject({ kind: 'one-to-one', revised: '2', edited: false })
})
