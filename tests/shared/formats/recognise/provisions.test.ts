import { expect, test } from 'vitest'
import { readLines } from '../reading.ts'

test('[FM11] an empty paragraph above its letters, on lines of their own or one', () => {
  const expected = ['article [Article 1]', 'paragraph [1.]', '  subparagraph [(a)] One;', '  subparagraph [(b)] two.', 'paragraph [2.] Three.']
  expect(readLines('Article 1', '1.', '(a) One;', '(b) two.', '2. Three.')).toEqual(expected)
  expect(readLines('Article 1', '1.\t(a)\tOne;', '(b)\ttwo.', '2.\tThree.')).toEqual(expected)
})

test('[FM13] several provisions on one line', () => {
  expect(readLines('Article 1', '1. Each Party shall: (a) act; and (b) report. 2. See paragraph 1 (a), (b) and (c). [3. No more.]')).toEqual([
    'article [Article 1]',
    'paragraph [1.] Each Party shall:',
    '  subparagraph [(a)] act; and',
    '  subparagraph [(b)] report.',
    'paragraph [2.] See paragraph 1 (a), (b) and (c).',
    'paragraph [3.] [No more.]',
  ])
})

test('[FM12] [FM13] the letter i inside a line', () => {
  const line = '(g) seven; (h) eight: (i) one; (ii) two; (i) nine; (j) ten.'
  expect(readLines('1. For:', '(a) a;', '(b) b;', '(c) c;', '(d) d;', '(e) e;', '(f) f;', line).slice(7)).toEqual([
    '  subparagraph [(g)] seven;',
    '  subparagraph [(h)] eight:',
    '    item [(i)] one;',
    '    item [(ii)] two;',
    '  subparagraph [(i)] nine;',
    '  subparagraph [(j)] ten.',
  ])
})

test('[FM14] what looks like a label behind a broken reference is its end', () => {
  expect(readLines('Article 3', '1. One.', '2. An entity under paragraph 1, subparagraph', '(b) shall act.', '3. As in paragraph 3(b), (d),', '(e) and (f).')).toEqual([
    'article [Article 3]',
    'paragraph [1.] One.',
    'paragraph [2.] An entity under paragraph 1, subparagraph (b) shall act.',
    'paragraph [3.] As in paragraph 3(b), (d), (e) and (f).',
  ])
})

test('[FM6] [FM11] bare labels of the Council of Europe', () => {
  expect(readLines('Article 1', '1\tEach Party shall:', 'a\tact;', 'b\treport:', 'i\tonce;', 'ii\ttwice.', '2\tNo more.')).toEqual([
    'article [Article 1]',
    'paragraph [1] Each Party shall:',
    '  subparagraph [a] act;',
    '  subparagraph [b] report:',
    '    item [i] once;',
    '    item [ii] twice.',
    'paragraph [2] No more.',
  ])
})

test('[FM11] Chinese, Russian and Arabic labels', () => {
  expect(readLines('第一条', '一、缔约方应：', '（一）合作；', '（二）协商。', '二、不得。')).toEqual([
    'article [第一条]',
    'paragraph [一、] 缔约方应：',
    '  subparagraph [（一）] 合作；',
    '  subparagraph [（二）] 协商。',
    'paragraph [二、] 不得。',
  ])
  expect(readLines('Статья 1', '1. Стороны:', 'a) действуют;', 'b) сообщают.', '2. Нет.')).toEqual([
    'article [Статья 1]',
    'paragraph [1.] Стороны:',
    '  subparagraph [a)] действуют;',
    '  subparagraph [b)] сообщают.',
    'paragraph [2.] Нет.',
  ])
  expect(readLines('المادة 1', '1 - تتخذ الأطراف:', '(أ) تدابير؛', '(ب) خططا.', '2 - لا شيء.').slice(2, 4)).toEqual([
    '  subparagraph [(أ)] تدابير؛',
    '  subparagraph [(ب)] خططا.',
  ])
})
