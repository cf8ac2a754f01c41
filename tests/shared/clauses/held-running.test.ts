import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdNumbers, labelsOf, type Clause } from '#shared/clauses/index.ts'
import { placesOf } from '#shared/clauses/series.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { anySequence, settingsAtWill } from '#tests/support/sequences.ts'
import {
  COE_ENGLISH,
  UN_ENGLISH,
  annex,
  article,
  chapter,
  named,
  numbered,
  par,
  sub,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

/** Holds `base`, then shows the labels of `revised`: what is named alike is the same clause. */
const held = (base: readonly Draft[], revised: readonly Draft[], settings = UN_ENGLISH): readonly string[] => {
  const hold = holdNumbers(treaty(...base), settings, 'A/AC.291/22')
  return [...labelsOf(treaty(...revised), settings, hold).values()].map(({ text }) => text)
}
const [a, b, c] = [named('a', article('A')), named('b', article('B')), named('c', article('C'))]
const fresh = (name: string): Draft => named(`x${name}`, article('New'))

test('[CL30] holding and changing nothing changes no label', () => {
  fc.assert(
    fc.property(anySequence, settingsAtWill, (clauses, settings) => {
      const hold = holdNumbers(clauses, settings, 'A/1')
      expect(labelsOf(clauses, settings, hold)).toEqual(labelsOf(clauses, settings))
    }),
  )
})

test('[CL31] a held clause keeps its number through any deletions, moves and insertions', () => {
  fc.assert(
    fc.property(editedSequence, settingsAtWill, ({ base, revised }, settings) => {
      const before = labelsOf(base, settings)
      const after = labelsOf(revised, settings, holdNumbers(base, settings, 'A/1'))
      const kept = revised.filter(({ id }) => before.has(id))
      expect(kept.map(({ id }) => after.get(id)?.number)).toEqual(kept.map(({ id }) => before.get(id)?.number))
    }),
  )
})

/** The numbers of each run, by the clause in which it restarts and its series. */
const numbersByRun = (clauses: readonly Clause[], numberOf: (clause: Clause) => string | null): Map<string, string[]> => {
  const runs = new Map<string, string[]>()
  placesOf(clauses).forEach(({ series, scope }, index) => {
    const clause = clauses[index]
    const number = clause === undefined ? null : numberOf(clause)
    if (series === null || number === null) return
    const key = `${clauses[scope]?.id}:${series}`
    runs.set(key, [...(runs.get(key) ?? []), number])
  })
  return runs
}

test('[CL32] what is put in into a held run never takes a number of the held version, nor the same twice', () => {
  fc.assert(
    fc.property(editedSequence, settingsAtWill, ({ base, revised }, settings) => {
      const before = labelsOf(base, settings)
      const hold = holdNumbers(base, settings, 'A/1')
      const after = labelsOf(revised, settings, hold)
      const taken = numbersByRun(base, ({ id }) => before.get(id)?.number ?? '')
      const put = numbersByRun(revised, ({ id, number }) =>
        before.has(id) || number !== null ? null : (after.get(id)?.number ?? ''),
      )
      for (const [key, numbers] of put) {
        const spoken = taken.get(key) ?? []
        expect(numbers.filter((number) => spoken.includes(number))).toEqual([])
        const shown = numbers.filter((number) => number !== '')
        expect(new Set(shown).size).toBe(shown.length)
      }
    }),
  )
})

test('[CL31] a moved article is still Article 3; a paragraph made a subparagraph is not 2 any more', () => {
  expect(held([a, b, c], [c, a, b])).toEqual(['Article 3', 'Article 1', 'Article 2'])
  const before = [article('A', named('p', par('1')), named('q', par('2')))]
  expect(held(before, [article('A', named('p', par('1', named('q', sub('2')))))])).toEqual(['Article 1', '1.', '(a)'])
})

describe('[CL32] insertions', () => {
  test('[CL32] articles bis and ter, wherever the chapters are', () => {
    expect(held([a, b], [a, fresh('1'), fresh('2'), fresh('3'), b, fresh('4')])).toEqual(['Article 1', 'Article 1 bis', 'Article 1 ter', 'Article 1 quater', 'Article 2', 'Article 2 bis'])
    const [one, two] = [named('m', chapter('M', a)), named('n', chapter('N', b))]
    expect(held([one, two], [named('m', chapter('M', a, fresh('1'))), named('z', chapter('Z', fresh('2'))), two])).toEqual(['Chapter I', 'Article 1', 'Article 1 bis', 'Chapter I bis', 'Article 1 ter', 'Chapter II', 'Article 2'])
  })

  test('[CL32] paragraphs and subparagraphs in both styles', () => {
    const before = named('a', article('A', named('p', par('1', named('s', sub('a')))), named('q', par('2'))))
    const after = named('a', article('A', named('p', par('1', named('s', sub('a')), sub('new'))), par('new'), named('q', par('2'))))
    expect(held([before], [after])).toEqual(['Article 1', '1.', '(a)', '(a) bis', '1 bis.', '2.'])
    expect(held([before], [after], COE_ENGLISH)).toEqual(['Article 1', '1', 'a', 'a bis', '1 bis', '2'])
  })

  test('[CL32] after a number that already has a suffix comes the next free one', () => {
    const bis = named('d', numbered('1 bis', article('D')))
    expect(held([a, bis, b], [a, fresh('1'), bis, fresh('2'), b])).toEqual(['Article 1', 'Article 1 ter', 'Article 1 bis', 'Article 1 quater', 'Article 2'])
  })

  test('[CL32] a number written by hand on what is new is not given again either', () => {
    expect(held([a, b], [a, fresh('1'), numbered('1 bis', fresh('2')), b])).toEqual(['Article 1', 'Article 1 ter', 'Article 1 bis', 'Article 2'])
  })

  test('[CL32] the number of what was deleted is not given again', () => {
    expect(held([a, b, c], [a, fresh('1'), c])).toEqual(['Article 1', 'Article 1 bis', 'Article 3'])
  })

  test('[CL32] an article\'s only paragraph counts as its first', () => {
    const before = named('a', article('A', named('p', par('only'))))
    expect(held([before], [named('a', article('A', named('p', par('only')), par('new')))])).toEqual(['Article 1', '', '1 bis.'])
  })

  test('[CL32] in the words of the language', () => {
    expect(held([a, b], [a, fresh('1'), b], { ...UN_ENGLISH, language: 'zh' })).toEqual(['第一条', '第一条之二', '第二条'])
    expect(held([a, b], [a, fresh('1'), b], { ...UN_ENGLISH, language: 'ar' })).toEqual(['المادة 1', 'المادة 1 مكررا', 'المادة 2'])
    expect(held([a, b], [a, fresh('1'), b], { ...UN_ENGLISH, language: 'fr' })).toEqual(['Article premier', 'Article 1 bis', 'Article 2'])
  })
})

test('[CL33] before the first stands ante, and after what is left of a deleted run its last number', () => {
  expect(held([a, b], [fresh('1'), fresh('2'), a, b])).toEqual(['Article 1 ante', 'Article 1 ante bis', 'Article 1', 'Article 2'])
  const before = named('a', article('A', par('1'), par('2')))
  expect(held([before], [named('a', article('A', named('n', par('new'))))])).toEqual(['Article 1', '2 bis.'])
})

test('[CL34] inside what is new numbers run', () => {
  const grown = named('x1', article('New', named('n1', par('x', named('n2', sub('y')))), named('n3', par('z'))))
  expect(held([a, named('k', annex('X'))], [a, grown, named('k', annex('X')), named('y', annex('Y', named('n4', article('N'))))])).toEqual(['Article 1', 'Article 1 bis', '1.', '(a)', '2.', 'Annex', 'Annex I bis', 'Article 1'])
})

test('[CL35] numbers written by hand: shown on what is new, overruled on what is held', () => {
  expect(held([a, b], [a, numbered('7', fresh('1')), fresh('2'), numbered('9', b)])).toEqual(['Article 1', 'Article 7', 'Article 1 bis', 'Article 2'])
})
