import { expect, test } from 'vitest'
import { read, readLines } from '../reading.ts'

test('[FM10] opening words, recitals, enacting formula', () => {
  expect(readLines('Treaty', 'Preamble', 'The Parties,', 'Recalling the Charter,', 'Have agreed as follows:')).toEqual([
    'title Treaty',
    'preamble Preamble',
    'chapeau The Parties,',
    'recital Recalling the Charter,',
    'enacting Have agreed as follows:',
  ])
})

test('[FM10] also without the heading', () => {
  expect(readLines('Treaty', 'The member States, signatory hereto;', 'Recalling the Charter;', 'Have agreed as follows:')).toEqual([
    'title Treaty',
    'chapeau The member States, signatory hereto;',
    'recital Recalling the Charter;',
    'enacting Have agreed as follows:',
  ])
})

test('[FM10] also in one line, in several languages', () => {
  expect(readLines('PREAMBLE The Parties, Recalling the Charter, Noting, with care, the law, Have agreed as follows:').slice(1)).toEqual([
    'chapeau The Parties,',
    'recital Recalling the Charter,',
    'recital Noting, with care, the law,',
    'enacting Have agreed as follows:',
  ])
  expect(readLines('PRÉAMBULE Les Parties, Rappelant la Charte, Sont convenues de ce qui suit :').slice(1)).toEqual([
    'chapeau Les Parties,',
    'recital Rappelant la Charte,',
    'enacting Sont convenues de ce qui suit :',
  ])
  expect(readLines('ПРЕАМБУЛА Стороны, ссылаясь на Устав, согласились о нижеследующем:').at(-1)).toBe('enacting согласились о нижеследующем:')
})

test('[FM10] numbered recitals keep their numbers', () => {
  expect(readLines('Preamble', '(1) Whereas the Charter applies;', '(2) Whereas it binds;')).toEqual([
    'preamble Preamble',
    'recital [(1)] Whereas the Charter applies;',
    'recital [(2)] Whereas it binds;',
  ])
})

test('[FM10] a note of adoption is recognised, other front matter reported', () => {
  const { report } = read('Treaty\nAdopted by the Assembly on 9 December 1999\nDistr.: General\nPreamble\nThe Parties,')
  expect(report.unrecognised.map(({ line, why }) => [line, why])).toEqual([[3, 'front-matter']])
})
