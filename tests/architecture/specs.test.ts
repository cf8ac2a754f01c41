import { expect, test } from 'vitest'
import { SOURCES, SPECS } from './support/source.ts'

type Mention = Readonly<{ id: string; path: string; line: number }>

const RULE = /^- \*\*(?<ids>[A-Z]{2,3}\d+)\*\* /gm
/** One id in brackets, or several: "[CL3]", "[CL3, CL4]". */
const CITED = /\[(?<ids>[A-Z]{2,3}\d+(?:, [A-Z]{2,3}\d+)*)\]/g

const mentionsIn = (path: string, text: string, pattern: RegExp): readonly Mention[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const line = text.slice(0, match.index).split('\n').length
    return (match.groups?.['ids'] ?? '').split(', ').map((id) => ({ id, path, line }))
  })

const RULES = SPECS.flatMap(({ path, text }) => mentionsIn(path, text, RULE))
const CITATIONS = [...SOURCES.values()]
  .filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/architecture/'))
  .flatMap(({ path, text }) => mentionsIn(path, text, CITED))

test('no two rules have one id', () => {
  const first = new Map<string, Mention>()
  const doubled = RULES.flatMap((rule) => {
    const known = first.get(rule.id)
    first.set(rule.id, known ?? rule)
    return known === undefined ? [] : [`${rule.path}:${rule.line} ${rule.id} is already a rule in ${known.path}:${known.line}: give it another number`]
  })
  expect(doubled).toEqual([])
})

test('every rule has a test', () => {
  const cited = new Set(CITATIONS.map(({ id }) => id))
  const untested = RULES.filter(({ id }) => !cited.has(id))
  expect(
    untested.map(({ id, path, line }) => `${path}:${line} ${id} has no test: write one with [${id}] in its title, or delete the rule`),
  ).toEqual([])
})

test('every rule that a test cites exists', () => {
  const known = new Set(RULES.map(({ id }) => id))
  const unknown = CITATIONS.filter(({ id }) => !known.has(id))
  expect(
    unknown.map(({ id, path, line }) => `${path}:${line} cites ${id}, which no SPEC.md has: correct the id, or write the rule`),
  ).toEqual([])
})

test('rules and citations are read as they are written', () => {
  expect(mentionsIn('x', 'Text\n\n- **CL3** Every\n- **CL4**: no\n', RULE).map(({ id, line }) => `${id} ${line}`)).toEqual(['CL3 3'])
  expect(mentionsIn('x', "test('[CL3] [ST12, ST13] a')\nlist[A1]", CITED).map(({ id }) => id)).toEqual(['CL3', 'ST12', 'ST13'])
})
