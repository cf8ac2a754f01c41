import { expect, test } from 'vitest'
import { languageOf } from '#shared/formats/language.ts'

test.for([
  ['en', 'Each State Party shall adopt the measures necessary to the end of this Convention.'],
  ['fr', 'Chaque État Partie adopte les mesures nécessaires à la réalisation des fins de la Convention.'],
  ['es', 'Cada Estado Parte adoptará las medidas que sean necesarias en el marco de la Convención.'],
  ['ru', 'Каждое государство-участник принимает меры.'],
  ['zh', '各缔约国均应采取必要的措施。'],
  ['ar', 'تتخذ كل دولة طرف ما يلزم من تدابير.'],
  ['en', ''],
  ['en', '12345'],
] as const)('[FM6] %s: %s', ([language, text]) => {
  expect(languageOf(text)).toBe(language)
})
