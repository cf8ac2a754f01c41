import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { clauseAnchor, findAnchor, wordsAnchor, type AnchorGround } from '#shared/records/index.ts'

let drawn = 0
const newId = clauseIdsFrom((below) => drawn++ % below)
const clause = (text: string): AnchorGround => ({ id: newId(), text })

function anchorTo(ground: AnchorGround, quote: string) {
  const from = ground.text.indexOf(quote)
  return wordsAnchor(ground, { from, to: from + quote.length, place: null })
}

describe('an anchor to a clause', () => {
  const [one, two] = [clause('Each State Party shall adopt measures.'), clause('A State may reserve.')]

  test('[AN1] is found wherever its clause moved', () => {
    expect(findAnchor(clauseAnchor(one.id), [two, one], null)).toEqual({ state: 'clause', clauseId: one.id })
  })
  test('[AN1] is an orphan when its clause is gone', () => {
    expect(findAnchor(clauseAnchor(one.id), [two], null)).toEqual({ state: 'orphan' })
  })
})

describe('an anchor to words', () => {
  const home = clause('Each State Party shall adopt such legislative measures as may be necessary.')
  const anchor = anchorTo(home, 'legislative measures')

  test('[AN2] follows its words when others type before them', () => {
    const edited = { ...home, text: `Subject to Article 5, ${home.text}` }
    expect(findAnchor(anchor, [edited], null)).toEqual({ state: 'words', clauseId: home.id, from: 56, to: 76, confidence: 'likely' })
  })
  test('[AN2] takes the occurrence that its relative position names', () => {
    const twice = { ...home, text: 'legislative measures and legislative measures' }
    expect(findAnchor(anchor, [twice], { clauseId: home.id, offset: 25 })).toMatchObject({ from: 25, confidence: 'exact' })
  })
  test('[AN3] is found again in a clause that was split off', () => {
    const tail = clause('shall adopt such legislative measures as may be necessary.')
    expect(findAnchor(anchor, [{ ...home, text: 'Each State Party' }, tail], null)).toMatchObject({ clauseId: tail.id, confidence: 'likely' })
  })
  test('[AN3] does not jump to the same words in another context', () => {
    const other = clause('Nothing here concerns legislative measures of any other kind whatsoever.')
    expect(findAnchor(anchor, [other], null)).toEqual({ state: 'orphan' })
  })
  test('[AN4] chooses none of two equal places', () => {
    const copies = [clause(home.text), clause(home.text)]
    expect(findAnchor(anchor, copies, null)).toEqual({ state: 'orphan' })
  })
  test('[AN5] comes back to the same words of an unchanged text', () => {
    const graphemes = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(graphemes, fc.nat(), fc.nat(), (units, a, b) => {
        const ground = clause(units.join(''))
        const first = a % units.length
        const from = units.slice(0, first).join('').length
        const to = from + units.slice(first, first + 1 + (b % (units.length - first))).join('').length
        const made = wordsAnchor(ground, { from, to, place: null })
        const spot = { clauseId: ground.id, offset: from }
        expect(findAnchor(made, [ground], spot)).toEqual({ state: 'words', clauseId: ground.id, from, to, confidence: 'exact' })
        expect(`${made.quote?.prefix}${made.quote?.suffix}`.isWellFormed()).toBe(true)
      }),
    )
  })
})
