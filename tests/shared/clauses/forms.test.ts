import { expect, test } from 'vitest'
import { LANGUAGES, NUMBERING_STYLES } from '#shared/clauses/index.ts'
import { formsOf } from '#shared/clauses/forms.ts'
import { SERIES } from '#shared/clauses/series.ts'
import { COE_ENGLISH, UN_ENGLISH } from '#tests/support/treaty.ts'

test('[CL14] in every language and style each series has a form, and no two divisions the same', () => {
  for (const language of LANGUAGES) {
    for (const style of NUMBERING_STYLES) {
      const forms = formsOf({ style, language, articleWord: null })
      const divisions = ['part', 'chapter', 'section', 'article', 'annex', 'appendix'] as const
      const shapes = divisions.map((series) => `${forms[series].before}|${forms[series].after}`)
      expect([style, language, new Set(shapes).size]).toEqual([style, language, divisions.length])
      for (const series of SERIES) expect(forms[series]).toBeDefined()
    }
  }
})

test('[CL15] Council of Europe: a subsection is a title, provisions go without punctuation', () => {
  const { subsection, paragraph, subparagraph, item } = formsOf(COE_ENGLISH)
  expect([subsection.before, subsection.numeral]).toEqual(['Title ', 'decimal'])
  expect([paragraph, subparagraph, item].map(({ before, after }) => before + after)).toEqual(['', '', ''])
  expect([paragraph, subparagraph, item].map(({ numeral }) => numeral)).toEqual(['decimal', 'letter', 'roman'])
})

test('[CL16] the word for an article, in Chinese behind the number', () => {
  expect(formsOf({ ...UN_ENGLISH, articleWord: 'Rule' }).article.before).toBe('Rule ')
  expect(formsOf({ ...UN_ENGLISH, language: 'zh', articleWord: '规则' }).article).toMatchObject({ before: '第', after: '规则' })
})
