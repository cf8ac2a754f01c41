import { expect, test } from 'vitest'
import { partEndsOf } from '#client/features/comparison/part-ends.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const LONG = 'Each State Party shall adopt the measures that are necessary to establish the liability of legal persons for participation in the offences, consistent with its legal principles and with the decisions of its highest courts.'
const OTHER = 'The record of every vessel that enters the harbour shall be kept for nine years by the authority of the port, which opens it to any inspector who asks in writing and pays the fee that the tariff sets.'
const settings = { style: 'un', language: 'en', articleWord: null } as const
const text = (...articles: ReturnType<typeof article>[]) => ({ title: 'Draft', settings, clauses: treaty(...articles) })

test('a split is told at both ends, each with its own share and the row of the other', () => {
  const base = text(article('Persons and vessels', par(LONG), par(OTHER)))
  const renamed = text(article('Persons', par(LONG)), article('Vessels', par(OTHER)))
  // Ids of their own, as of two files brought in.
  const revised = { ...renamed, clauses: renamed.clauses.map((clause, at) => ({ ...clause, id: (base.clauses[0]?.id.slice(0, -2) + String(10 + at)) as typeof clause.id })) }
  const comparison = compareTexts(base, revised)
  const ends = partEndsOf(comparison)
  const all = [...ends].flatMap(([row, found]) => found.map((end) => ({ row, ...end })))
  expect(all.map(({ kind }) => kind)).toContain('split')
  for (const end of all) {
    const far = ends.get(end.other) ?? []
    expect(far.some(({ other, kind, here }) => other === end.row && kind === end.kind && here !== end.here)).toBe(true)
    expect(comparison.rows[end.row]?.[end.here]).not.toBeNull()
  }
})
