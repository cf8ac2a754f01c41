import { expect, test } from 'vitest'
import { align } from '#shared/compare/align.ts'
import { sidesOf } from './sides.ts'
import { article, countingIds, textOf } from './texts.ts'

test('[AL2] an id is stronger than words, wherever and as whatever the clause now stands', () => {
  const base = textOf([...article('Law', 'The law of the forum applies.'), ...article('Costs', 'Each Party bears its costs.')], countingIds(1))
  const [law, first, costs, second] = base.clauses
  const swapped = [law, { ...first, text: second?.text ?? '' }, costs, { ...second, text: first?.text ?? '', kind: 'subparagraph' as const, depth: 1 }]
  const revised = { ...base, clauses: base.clauses.map((clause, i) => ({ ...clause, ...swapped[i] })).reverse() }
  const { sides } = sidesOf(base, revised)
  const { pairing } = align(sides)
  expect([0, 1, 2, 3].map((i) => pairing.revisedOf(i))).toEqual([3, 2, 1, 0])
  expect(pairing.groundsOf(0)).toEqual({ confidence: 1, reason: { rule: 'same-id' } })
})

test('[AL1] should an id stand twice, one clause of each side takes it', () => {
  const once = textOf(article('Law', 'The law of the forum applies.'), countingIds(1))
  const twice = { ...once, clauses: [...once.clauses, ...once.clauses] }
  const { pairing } = align(sidesOf(twice, once).sides)
  expect([0, 1, 2, 3].map((i) => pairing.revisedOf(i))).toEqual([0, 1, -1, -1])
})

test.each([
  ['Russian', 'Государства-участники сотрудничают в целях предупреждения преступлений.', 'Каждое государство-участник уведомляет Генерального секретаря о назначенном органе.'],
  ['Arabic', 'تتعاون الدول الأطراف في منع الجرائم المنصوص عليها في هذه الاتفاقية.', 'تخطر كل دولة طرف الأمين العام بالسلطة التي عينتها لهذا الغرض.'],
  ['Chinese', '缔约国应当合作预防和打击本公约所规定的犯罪。', '各缔约国应当将其指定的主管机关通知联合国秘书长。'],
])('[AL4, AL5] %s clauses are found by their words', (_language, cooperation, notice) => {
  const reworded = (text: string) => text.replace(/(?:целях|منع|打击)/v, '')
  const base = textOf([...article('', cooperation), ...article('', notice)], countingIds(1))
  const revised = textOf([...article('', notice), ...article('', reworded(cooperation))], countingIds(2))
  const { pairing } = align(sidesOf(base, revised).sides)
  expect([0, 1, 2, 3].map((i) => pairing.revisedOf(i))).toEqual([2, 3, 0, 1])
})
