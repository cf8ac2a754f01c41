import { expect, test } from 'vitest'
import {
  ADOPTION,
  CONTENTS,
  ENACTING,
  PREAMBLE,
  RECITAL_OPENER,
  SENTENCE_OPENER,
  TESTIMONIUM,
  divisionWordOf,
} from '#shared/formats/recognise/lexicon.ts'

test('[FM7] words for divisions in the official languages, in any case', () => {
  expect(['ARTICLE', 'Artículo', 'статья', 'Regulation'].map(divisionWordOf)).toEqual(['article', 'article', 'article', 'article'])
  expect(['Title', 'TITRE', 'Capítulo', 'Раздел', 'Sous-section', 'Anexo', 'Schedule', 'الجزء'].map(divisionWordOf)).toEqual([
    'title',
    'title',
    'chapter',
    'section',
    'subsection',
    'annex',
    'appendix',
    'part',
  ])
  expect(divisionWordOf('Articles')).toBeNull()
})

test('[FM10] enacting formulas and testimonia', () => {
  for (const words of ['Have agreed as follows:', 'sont convenues de ce qui suit :', 'Han convenido en lo siguiente:', 'согласились о нижеследующем:', '兹协议如下：', 'WHO, having exchanged their full powers, have agreed as follows:'])
    expect([words, ENACTING.test(words)]).toEqual([words, true])
  for (const words of ['IN WITNESS WHEREOF', 'DONE at Budapest', 'EN FOI DE QUOI', 'EN FE DE LO CUAL', 'В УДОСТОВЕРЕНИЕ ЧЕГО'])
    expect([words, TESTIMONIUM.test(words)]).toEqual([words, true])
  expect(TESTIMONIUM.test('Done properly, this works')).toBe(false)
})

test('[FM9] [FM10] preambles, contents, recitals, notes of adoption', () => {
  expect(['PREAMBLE', 'Préambule', 'ПРЕАМБУЛА Стороны', '序言本协定'].every((words) => PREAMBLE.test(words))).toBe(true)
  expect(PREAMBLE.test('Preambles')).toBe(false)
  expect(['Table of Contents', 'CONTENTS', 'Índice', '目录'].every((words) => CONTENTS.test(words))).toBe(true)
  expect(['Recalling the', 'Desirous of', 'Considérant que', 'Teniendo en cuenta'].every((words) => RECITAL_OPENER.test(words))).toBe(true)
  expect(ADOPTION.test('Adopted by the General Assembly')).toBe(true)
})

test('[FM8] words that open a sentence, as whole words', () => {
  expect(['The', 'Each', 'Le', 'Los', 'Для', 'L’article'].every((word) => SENTENCE_OPENER.test(word))).toBe(true)
  expect(['Theory', 'Scope', 'the'].some((word) => SENTENCE_OPENER.test(word))).toBe(false)
})
