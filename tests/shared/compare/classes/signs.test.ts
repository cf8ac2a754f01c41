import { expect, test } from 'vitest'
import { bySigns } from '#shared/compare/classes/signs.ts'
import { hunkOf } from './drawn.ts'

const said = (drawn: string): string | null => {
  const verdict = bySigns(hunkOf(drawn))
  return verdict === null ? null : `${verdict.class}: ${verdict.grounds[0]?.aspect ?? ''}`
}

test.each([
  ['[CC4] spaces, within a word too', 'ordre [-public or-]{+publicor+} others', 'formatting: spaces'],
  ['[CC4] bullets', '[-•-]{+–+} Archery', 'formatting: bullet'],
  ['[CC4] a heading in capitals', '[-USE OF TERMS-]{+Use of terms+}', 'formatting: capitals'],
  ['[CC5] capitals', 'prohibited [-methods-]{+Methods+}', 'editorial: capitals'],
  ['[CC5] quotation marks', '[-"-]{+“+}cargo', 'editorial: typography'],
  ['[CC5] a comma', 'goods[-,-] in transit', 'editorial: punctuation'],
  ['[CC5] a hyphen', 'the [-antidoping-]{+anti-doping+} rules', 'editorial: spelling'],
])('%s', (_, drawn, expected) => expect(said(drawn)).toBe(expected))

test.each([
  ['a decimal point', 'at most 1{+.+}5 grams'],
  ['a space in a number', 'after 1{+ +}2 days'],
  ['a negation joined to a word', 'it is [-not able-]{+notable+}'],
  ['a sign that is read', 'at 5{+ %+}'],
  ['words', 'the [-goods-]{+vessels+}'],
])('[CC5] does not excuse %s', (_, drawn) => expect(said(drawn)).toBeNull())
