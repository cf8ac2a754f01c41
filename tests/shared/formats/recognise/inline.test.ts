import { expect, test } from 'vitest'
import { inlineLabels, titleEnd } from '#shared/formats/recognise/inline.ts'

const labels = (text: string): readonly string[] => [...inlineLabels(text, 0)].map(({ from, end }) => text.slice(from, end))

test('[FM13] labels may stand where an item has ended', () => {
  expect(labels('1. One. 2. Two: (a) three; (b) four; and (c) five.] [3. Six.')).toEqual(['2.', '(a)', '(b)', '(c)', '[3.'])
  expect(labels('Terms. 2.1 Each Party; [(c) bis the')).toEqual(['2.1', '[(c) bis'])
})

test('[FM13] references and numbers in a sentence are none', () => {
  expect(labels('paragraphs 1 (a), (b) and (c), of article 5. See No. 1. the 2. of May')).toEqual([])
  expect(labels('on page 3, and (b) the others')).toEqual([])
})

const title = (line: string, isArticle = true): string => line.slice(0, titleEnd(line, isArticle)).trim()

test.for([
  ['Use of terms, [phrases] and scope 1. Terms used in the Convention', 'Use of terms, [phrases] and scope'],
  ['Plans of Work [1. The Council shall act.', 'Plans of Work'],
  ['Interpretation 2.1 Terms and phrases have the same meaning.', 'Interpretation'],
  ['Duty to cooperate In matters relating to these Regulations:', 'Duty to cooperate'],
  ['Breadth of the territorial sea Every State has the right.', 'Breadth of the territorial sea'],
  ['Emploi des termes Aux fins du présent Accord, on entend par :', 'Emploi des termes'],
  ['Objetivo general El objetivo es la conservación.', 'Objetivo general'],
  ['Употребление терминов Для целей настоящего Соглашения:', 'Употребление терминов'],
  ['Roadsteads Roadsteads which are normally used are included.', 'Roadsteads'],
  ['Safety zones Safety zones of a reasonable breadth apply.', 'Safety zones'],
  ['Definition of piracy Piracy consists of any of the following acts:', 'Definition of piracy'],
  ['Supply contract and schedules THIS CONTRACT made the first day of May between the parties', 'Supply contract and schedules'],
  ['Duties of States bordering straits States bordering straits shall not hamper passage.', 'Duties of States bordering straits'],
] as const)('[FM8] %s', ([line, expected]) => {
  expect(title(line)).toBe(expected)
})

test('[FM8] a title alone stays whole, a sentence alone is wording', () => {
  expect(title('Illegal access')).toBe('Illegal access')
  expect(title('Offences related to the Convention on the Rights of the Child')).toBe('Offences related to the Convention on the Rights of the Child')
  expect(title('Each Party shall consult.')).toBe('')
  expect(title('1. Each Party shall consult.')).toBe('')
  expect(title('The Mining Workplan.', false)).toBe('The Mining Workplan.')
  expect(title(`Scope ${'of the words and deeds '.repeat(10)}.`)).toBe('')
  const long = `Terms ${'of reference and of procedure '.repeat(30)}`.trim()
  expect(title(long.slice(0, 590).trim())).not.toBe('')
  expect(title(long)).toBe('')
})
