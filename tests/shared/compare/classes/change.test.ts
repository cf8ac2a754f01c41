import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyChange } from '#shared/compare/classes/change.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import { hunksOf, judge, swapped, verdictsOn } from './drawn.ts'

describe('[CC3] what no rule excuses is substance, with the words that carried it', () => {
  test.each([
    ['The Parties [-shall-]{+may+} consult.', 'substance: obligation'],
    ['It shall {+endeavour to +}consult.', 'substance: obligation'],
    ['Requests are {+not +}refused.', 'substance: negation'],
    ['within [-30-]{+60+} days', 'substance: quantity'],
    ['by [-thirty-]{+forty+} votes', 'substance: quantity'],
    ['{+Subject to article 5, +}the Parties shall consult.', 'substance: condition'],
    ['{+Without prejudice to its domestic law, +}each Party shall act.', 'substance: condition'],
    ['{+with full respect for human rights, +}each Party shall act', 'substance: safeguard'],
    ['The [-Council-]{+Commission+} shall decide.', 'substance: actor'],
    ['the [-requesting-]{+requested+} Party', 'substance: actor'],
    ['any {+serious +}offence', 'substance: scope'],
    ['by sea [-and-]{+or+} by air', 'substance: scope'],
    ['goods {+and vessels +}in transit', 'substance: scope'],
    ['of the [-Digital Exchange-]{+Virtual Vessel+} register', 'substance: definition'],
  ])('%s', (drawn, expected) => expect(judge(drawn)).toBe(expected))

  test('names the words on either side', () => {
    expect(verdictsOn('The Parties [-shall-]{+may+} consult.')[0]?.grounds).toEqual([{ aspect: 'obligation', struck: 'shall', inserted: 'may' }])
  })

  test('ranks negation and obligation over scope', () => {
    const weights = ['{+not +}refused', '[-shall-]{+may+} act', 'the {+blue +}whale', 'harbo[-u-]r'].map((drawn) => verdictsOn(drawn)[0]?.weight ?? 0)
    expect(weights).toEqual(weights.toSorted((one, other) => other - one))
  })
})

test.each([
  ['autologous, [-homologous-]{+allogenic (homologous)+} products', 'editorial: gloss'],
  ['by the [-council-]{+commission (council)+} of ports', 'substance: actor'],
  ['the [-vessel-]{+carrier (shipper)+} of ports', 'substance: scope'],
])('[CC15] %s', (drawn, expected) => expect(judge(drawn)).toBe(expected))

const MODALS = ['shall', 'may', 'must', 'should']
const GUARDED = ['not', 'no', 'never', 'without', 'only', 'serious', 'if', 'unless']
const sentence = fc.array(fc.constantFrom('party', 'state', 'cargo', 'consult', 'harbour', 'vessel', 'the', 'of'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

describe('properties', () => {
  test('[CC3] another modal verb, a negation or a number alone is always substance', () => {
    fc.assert(
      fc.property(fc.tuple(sentence, sentence), fc.tuple(fc.constantFrom(...MODALS), fc.constantFrom(...MODALS), fc.constantFrom(...GUARDED)), fc.tuple(fc.nat(999), fc.nat(999)), ([before, after], [one, other, guard], [number, next]) => {
        fc.pre(one !== other && number !== next)
        expect(judge(`${before} [-${one}-]{+${other}+} ${after}`)).toMatch(/^substance/v)
        expect(judge(`${before} {+${guard} +}${after}`)).toMatch(/^substance/v)
        expect(judge(`${before} [-${number}-]{+${next}+} ${after}`)).toMatch(/^substance/v)
      }),
      { seed: 1969, numRuns: 300 },
    )
  })

  test('[CC2] every change has a class and a ground, the same again, and the same with the sides swapped', () => {
    const word = fc.oneof(fc.constantFrom('shall', 'not', 'article', '5', '(a)', 'and', ',', ';', 'organise', 'organize', 'the', 'Party', '第', '三', 'لا', '– ', ' '), fc.string({ unit: 'binary', maxLength: 4 }))
    const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' ').replaceAll(/[\[\]\{\}]/gv, ''))
    fc.assert(
      fc.property(fc.tuple(words, words), fc.tuple(words, words), fc.boolean(), ([before, after], [struck, inserted], english) => {
        fc.pre(struck + inserted !== '')
        const [hunk] = hunksOf(`${before}[-${struck}-]{+${inserted}+}${after}`)
        if (hunk === undefined) return
        const known = () => ({
          reader: new Reader(english),
          sameTarget: () => 'unknown' as const,
          isKnown: () => false,
          others: [],
          standsElsewhere: () => false,
          told: () => ({ base: { own: before, leadIn: '' }, revised: { own: before, leadIn: '' } }),
          isDefinition: false,
          isHeading: () => false,
        })
        const verdict = classifyChange(hunk, known())
        expect(verdict.grounds.length).toBeGreaterThan(0)
        expect(classifyChange(hunk, known())).toEqual(verdict)
        const mirrored = classifyChange(swapped(hunk), known())
        expect([mirrored.class, mirrored.weight]).toEqual([verdict.class, verdict.weight])
        expect(mirrored.grounds.map(({ aspect, struck: was, inserted: is }) => ({ aspect, struck: is, inserted: was }))).toEqual(verdict.grounds)
      }),
      { seed: 1969, numRuns: 1000 },
    )
  })

  test('[CC8] in other languages unknown words are substance', () => {
    for (const [drawn, expected] of [
      ['Les Parties [-doivent-]{+peuvent+} agir', 'substance: obligation'],
      ['Las Partes {+no +}podrán actuar', 'substance: negation'],
      ['Сторона [-должна-]{+может+} действовать', 'substance: obligation'],
      ['في غضون [-٣٠-]{+٦٠+} يوما', 'substance: quantity'],
      ['缔约国[-应当-]{+可以+}采取措施', 'substance: obligation'],
      ['缔约国{+不+}得采取措施', 'substance: negation'],
      ['les [-navires-]{+navire+}', 'substance: scope'],
      ['第[-十三-]{+十四+}条', 'numbering: reference'],
      ['[-٣-]{+3+} أيام', 'editorial: grammar'],
      ['l[-\'-]{+’+}État', 'editorial: typography'],
    ] as const)
      expect(judge(drawn, { english: false })).toBe(expected)
  })
})
