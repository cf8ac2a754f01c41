import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelAt } from '#shared/formats/recognise/label.ts'

/** `form|number|rest`, with brackets before the label in front; null when there is no label. */
const label = (text: string, bare = false): string | null => {
  const found = labelAt(text, 0, bare)
  return found && `${found.lead}${found.form}|${found.number}|${text.slice(found.end).trim()}`
}

test.for([
  ['1. Each', 'dot|1|Each'],
  ['12.Each', 'dot|12|Each'],
  ['3.', 'dot|3|'],
  ['(a) the', 'paren|a|the'],
  ['a)the', 'half-paren|a|the'],
  ['a. the', 'dot|a|the'],
  ['(iv) the', 'paren|iv|the'],
  ['(aa) the', 'paren|aa|the'],
  ['(5) the', 'paren|5|the'],
  ['(A) the', 'paren|A|the'],
  ['2.1 Terms', 'decimal|2.1|Terms'],
  ['一、缔约方', 'han-comma|一|缔约方'],
  ['（十二）缔约方', 'paren|十二|缔约方'],
  ['3．关于', 'dot|3|关于'],
  ['а) меры', 'half-paren|а|меры'],
  ['(أ) تدابير', 'paren|أ|تدابير'],
  ['- 1 تتخذ', 'dash|1|تتخذ'],
  ['[(c) Ecosystem', '[paren|c|Ecosystem'],
  ['[[7. Members', '[[dot|7|Members'],
] as const)('[FM11] %s', ([text, expected]) => {
  expect(label(text)).toBe(expected)
})

test.for([
  ['1. bis These', 'dot|1 bis|These'],
  ['1 bis. These', 'dot|1 bis|These'],
  ['1bis. These', 'dot|1bis|These'],
  ['3a. These', 'dot|3a|These'],
  ['(a) ter the', 'paren|a ter|the'],
  ['(a bis) the', 'paren|a bis|the'],
  ['1. Alt. A Contractor', 'dot|1 Alt|A Contractor'],
  ['(a)Alt. the', 'paren|a Alt|the'],
  ['3. Alt. 1 the', 'dot|3|Alt. 1 the'],
  ['1. quint. In', 'dot|1 quint|In'],
] as const)('[FM11] with a suffix: %s', ([text, expected]) => {
  expect(label(text)).toBe(expected)
  expect(labelAt(text, 0)?.suffixed).toBe(!expected.includes('3|Alt.'))
})

test.for(['Each', '24/7', '1.5 per cent', '1999', '(the) Party', '(see)', 'e.g. this', 'i.e. that', '10 May', 'a minor', '–', ''])(
  '[FM11] no label: %s',
  (text) => {
    const found = label(text)
    expect(found === null || found.startsWith('decimal|1.5')).toBe(true)
  },
)

test('[FM6] bare labels only where they are asked for', () => {
  expect([label('1 Each Party', true), label('a the', true), label('ii the', true), label('4 bis the', true)]).toEqual([
    'bare|1|Each Party',
    'bare|a|the',
    'bare|ii|the',
    'bare|4 bis|the',
  ])
  expect(label('1 Each Party')).toBeNull()
})

test('[FM11] a label lies where it is looked for, inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('(', ')', 'a', 'i', '1', '.', ' ', '[', 'b', '、', '一') }), fc.nat(10), (text, from) => {
      const found = labelAt(text, Math.min(from, text.length))
      if (found === null) return
      expect(found.from).toBe(Math.min(from, text.length))
      expect(found.end).toBeGreaterThan(found.from)
      expect(found.end).toBeLessThanOrEqual(text.length)
      expect(found.readings.length).toBeGreaterThan(0)
    }),
  )
})
