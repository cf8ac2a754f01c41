import { expect, test } from 'vitest'
import type { Language } from '#shared/clauses/index.ts'
import { elisionIn, wordForm } from '#shared/terms/word-forms.ts'

test.each<[Language, string, string]>([
  ['en', 'system', 'Systems’'],
  ['en', 'Party', 'parties'],
  ['en', 'Party', 'Party’s'],
  ['en', 'process', 'processes'],
  ['en', 'cooperation', 'co-operation'],
  ['fr', 'environnement', 'l’environnement'],
  ['fr', 'génétique', 'génétiques'],
  ['es', 'área', 'áreas'],
  ['es', 'jurisdicción', 'jurisdicciones'],
  ['ru', 'Сторона', 'Сторонами'],
  ['ru', 'Конвенция', 'Конвенции'],
  ['ar', 'الاتفاقية', 'والاتفاقية'],
  ['zh', '公', '公'],
])('[TM6] in %s, %s and %s are forms of one word', (language, one, other) => {
  expect(wordForm(other, language)).toBe(wordForm(one, language))
})

test.each<[Language, string, string]>([
  ['en', 'gas', 'ga'],
  ['en', 'basis', 'basi'],
  ['en', 'system', 'systemic'],
  ['fr', 'bas', 'ba'],
])('[TM6] in %s, %s and %s are not', (language, one, other) => {
  expect(wordForm(other, language)).not.toBe(wordForm(one, language))
})

test('[TM6] an elided word is set apart', () => {
  expect(elisionIn('l’environnement', 'fr')).toBe(2)
  expect(elisionIn('aujourd’hui', 'fr')).toBe(0)
  expect(elisionIn('l’environnement', 'en')).toBe(0)
})
