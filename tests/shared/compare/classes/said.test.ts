import { expect, test } from 'vitest'
import { judge } from './drawn.ts'

test('[CC10] a phrase that the clause has elsewhere, or what leads into it, is said already', () => {
  expect(judge('The fuel tax shall fall due when the harbour lists {+the fuel tax+}.')).toBe('editorial: said')
  expect(judge('growth factors[- are prohibited-].', { leadIn: 'The following are prohibited:' })).toBe('editorial: said')
  expect(judge('authorities may [-notify -]only notify bodies')).toBe('editorial: said')
})

test('[CC10] another member of a list is not, nor is a weighty word', () => {
  expect(judge('shall encourage tourism; it shall [-encourage and -]facilitate travel')).toMatch(/^substance/v)
  expect(judge('a serious offence and a {+serious +}crime')).toMatch(/^substance/v)
})
