import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, isNumber, isSpace, isWord, segment, segmentByPattern } from '#shared/compare/segment.ts'

const words = (text: string) => segment(text).filter((part) => !isSpace(part))

describe('segment', () => {
  test('[RL4] the segments are the text, and none is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(segment(text).join('')).toBe(text)
        expect(segment(text)).not.toContain('')
      }),
    )
  })

  test('[RL4] no grapheme cluster is cut', () => {
    const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.constantFrom('e\u0301', '👩‍👩‍👧', '🇺🇳', '👍🏽', '\r\n', 'ق\u0651', '한', '5\u20E3', 'के', ' \u0308', '50 %', '缔约国', '1,000'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const edges = new Set([...clusters.segment(text)].map(({ index }) => index))
        let at = 0
        for (const part of segment(text)) {
          expect(edges).toContain(at)
          at += part.length
        }
      }),
    )
  })

  test('[RL4] what lawyers read as one word is one', () => {
    const whole = [
      'co-operation', 'Party’s', "l'article", 'U.N', 'Государства-участники', 'الأطراف', 'مُعاهَدة', '1,000,000', '3.5', '12:30',
      '01/07/2023', '1\u00A0000\u00A0000', '50%', '€100', '2014/90', '19th', 'x'.repeat(300), 'e\u0301tat',
    ]
    for (const word of whole) expect(segment(word)).toEqual([word])
  })

  test('[RL4] signs stand by themselves, Chinese by characters but for fixed words and numerals', () => {
    expect(words('a device, (or) 25(2)(a); and/or')).toEqual(['a', 'device', ',', '(', 'or', ')', '25', '(', '2', ')', '(', 'a', ')', ';', 'and', '/', 'or'])
    expect(words('缔约国应当合作，第十二条。')).toEqual(['缔约国', '应当', '合', '作', '，', '第', '十二', '条', '。'])
  })

  test('words, numbers and spaces are told apart', () => {
    expect(['shall', '12', '缔'].map(isWord)).toEqual([true, true, true])
    expect([',', ' ', '“'].map(isWord)).toEqual([false, false, false])
    expect(['12', '1st', '十二', 'ninety'].map(isNumber)).toEqual([true, true, true, false])
    expect(countWords('The Parties – both of them – shall pay 1,000 euro.')).toBe(9)
  })
})

test('[RL4] the reader by hand cuts as the pattern does', () => {
  const partArb = fc.oneof(
    fc.constantFrom('a', 'B', '5', '12', '.', ',', "'", '-', '$', '%', ' ', '\n', '(', 'é', '\u0301', 'и', '缔', '‑', '\u200D', '🐯', '\u0000', '\u001C'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )
  fc.assert(
    fc.property(fc.array(partArb, { maxLength: 30 }), (parts) => {
      expect(segment(parts.join(''))).toEqual(segmentByPattern(parts.join('')))
    }),
    { numRuns: 5000 },
  )
})
