import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Reader } from '#shared/compare/classes/reader.ts'
import type { Aspect } from '#shared/compare/classes/types.ts'
import { WEIGHTY_LISTS } from '#shared/compare/classes/weighty.ts'
import { verdictsOn } from './drawn.ts'

const reader = new Reader(true)

/** The English phrases of a list; in an English text the words of other languages stand for nothing. */
const phrasesOf = (list: string): readonly string[] =>
  (list.split(/\n(?=tout|ne\||doit|si\||droits|jour|conseil|désigne)/v)[0] ?? '').split(/[\|\n]/v).filter((phrase) => /^[a-z][a-z\s.\-]*$/v.test(phrase))

const plain = fc.array(fc.constantFrom('vessel', 'cargo', 'harbour', 'inspect', 'the', 'of', 'consult', 'pilot'), { minLength: 2, maxLength: 6 }).map((words) => words.join(' '))
const harmless = fc.constantFrom(
  'harbo[-u-]r',
  '[-pursuant to-]{+in accordance with+} article 5',
  '[-set out in-]{+under+} article 5',
  '[-the-]{+a+} pilot',
  'paragraph 2{+ above+}',
  'for [-implementing-]{+the implementation of+} rules',
  '[-the necessary-]{+such+} measures{+ as may be necessary+}',
  '[-To this end-]{+For this purpose+}',
)
const beside = fc.tuple(harmless, plain, plain, harmless)

describe('[CC3] [CC13] a weighty word is never hidden by the harmless changes beside it', () => {
  test.each(WEIGHTY_LISTS.map(([list, aspect]) => ({ aspect, phrases: phrasesOf(list) })))('$aspect', ({ phrases }) => {
    expect(phrases.length).toBeGreaterThan(3)
    for (const phrase of phrases)
      fc.assert(
        fc.property(beside, ([first, before, after, last]) => {
          const at = verdictsOn(`${first} ${before}`).length
          expect(verdictsOn(`${first} ${before} {+${phrase} +}${after} ${last}`)[at]?.class, phrase).toBe('substance')
          expect(verdictsOn(`${first} ${before} [-${phrase} -]${after} ${last}`)[at]?.class, phrase).toBe('substance')
        }),
        { seed: 1969, numRuns: 5 },
      )
  })

  test('one for another, unless they are one word in another form', () => {
    const weighty = WEIGHTY_LISTS.flatMap(([list]) => phrasesOf(list))
    fc.assert(
      fc.property(beside, fc.constantFrom(...weighty), fc.constantFrom(...weighty), ([first, before, after, last], one, other) => {
        fc.pre(reader.spelledOf(one) !== reader.spelledOf(other))
        const at = verdictsOn(`${first} ${before}`).length
        expect(verdictsOn(`${first} ${before} [-${one}-]{+${other}+} ${after} ${last}`)[at]?.class).toBe('substance')
      }),
      { seed: 1969, numRuns: 600 },
    )
  })
})

test('[CC17] nor by standing in a heading: negation, power, condition, safeguard, quantity, actor', () => {
  const spared: readonly Aspect[] = ['scope', 'definition']
  for (const [list, aspect] of WEIGHTY_LISTS)
    for (const phrase of phrasesOf(list)) {
      const [verdict] = verdictsOn(`Rules {+${phrase} +}of vessels`, { isHeading: () => true })
      expect([phrase, verdict?.class]).toEqual([phrase, spared.includes(aspect) && verdict?.class !== 'substance' ? 'editorial' : 'substance'])
    }
})
