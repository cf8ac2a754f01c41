import { expect, test } from 'vitest'
import type { TFunction } from 'i18next'
import { explained } from '#client/features/comparison/class-words.ts'
import { shownBy } from '#client/features/comparison/use-class-filter.ts'
import { CHANGE_CLASSES, type RowClass, type Verdict } from '#shared/compare/index.ts'

const t = ((key: string, values: Readonly<Record<string, unknown>> = {}) => [key.replace('comparison.', ''), ...Object.values(values)].join(' ')) as unknown as TFunction
const obligation: Verdict = { class: 'substance', weight: 90, grounds: [{ aspect: 'obligation', struck: 'shall', inserted: 'may' }] }
const spaces: Verdict = { class: 'formatting', weight: 0, grounds: [{ aspect: 'spaces', struck: '', inserted: '' }] }

test('a row is explained by what gave it its class', () => {
  const row: RowClass = { class: 'substance', weight: 90, whole: null, label: null, emphasis: null, hunks: [spaces, obligation] }
  expect(explained(row, t)).toBe('class.replaced shall may ground.obligation')
})

test('an address names the classes shown; one that names none shows all', () => {
  expect([...shownBy('substance.numbering')]).toEqual(['substance', 'numbering'])
  for (const written of [null, '', 'nonsense']) expect([...shownBy(written)]).toEqual([...CHANGE_CLASSES])
})
