import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationsOf, holdNumbers, labelsOf, renumber } from '#shared/clauses/index.ts'
import { seriesOf } from '#shared/clauses/series.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { settingsAtWill } from '#tests/support/sequences.ts'
import { UN_ENGLISH, article, definition, named, numbered, par, treaty } from '#tests/support/treaty.ts'

test('[CL38] one row for every clause that counts, now or before, and every citation is that of its text', () => {
  fc.assert(
    fc.property(editedSequence, settingsAtWill, ({ base, revised }, settings) => {
      const table = renumber(revised, settings, holdNumbers(base, settings, 'A/1'))
      const counted = [...base, ...revised].filter(({ kind, depth }) => seriesOf(kind, depth) !== null)
      expect(new Set(table.map(({ id }) => id))).toEqual(new Set(counted.map(({ id }) => id)))
      expect(table.length).toBe(new Set(table.map(({ id }) => id)).size)

      const running = citationsOf(revised, labelsOf(revised, settings))
      const kept = new Set(revised.map(({ id }) => id))
      const old = new Set(base.map(({ id }) => id))
      for (const { id, before, after, fate } of table) {
        expect(after).toBe(running.get(id) ?? null)
        expect(before).not.toBe('')
        expect(fate === 'deleted').toBe(!kept.has(id))
        expect(fate === 'inserted').toBe(!old.has(id))
        const isKept = kept.has(id) && old.has(id)
        expect(fate === 'same').toBe(isKept && before === after)
      }
    }),
  )
})

test('[CL38] nothing changed, nothing renumbered', () => {
  const clauses = treaty(article('A', par('1'), par('2')), article('B', par('only')), article('T', numbered('', definition('“Ship” means'))))
  const table = renumber(clauses, UN_ENGLISH, holdNumbers(clauses, UN_ENGLISH, 'A/1'))
  expect(table.map(({ before, fate }) => `${before}: ${fate}`)).toEqual([
    'Article 1: same',
    'Article 1(1): same',
    'Article 1(2): same',
    'Article 2: same',
    'Article 2: same',
    'Article 3: same',
    'Article 3, definition of “Ship”: same',
  ])
})

test('[CL38] old to new, in reading order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => named(name, article(name, named(`${name}1`, par('1')))))
  const d = named('d', article('D', named('d1', par('1')), named('d2', par('2'))))
  if (a === undefined || b === undefined || c === undefined) throw new Error('three articles')
  const held = holdNumbers(treaty(a, b, c, d), UN_ENGLISH, 'A/1')
  const x = named('x', article('X'))
  const table = renumber(treaty(a, x, d, c), UN_ENGLISH, held)
  expect(table.map(({ before, after, fate }) => `${before} → ${after} ${fate}`)).toEqual([
    'Article 1 → Article 1 same',
    'Article 1 → Article 1 same',
    'Article 1 bis → Article 2 inserted',
    'Article 2 → null deleted',
    'Article 2 → null deleted',
    'Article 4 → Article 3 renumbered',
    'Article 4(1) → Article 3(1) renumbered',
    'Article 4(2) → Article 3(2) renumbered',
    'Article 3 → Article 4 renumbered',
    'Article 3 → Article 4 renumbered',
  ])
})
