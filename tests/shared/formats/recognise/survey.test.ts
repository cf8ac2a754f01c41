import { expect, test } from 'vitest'
import { surveyOf, type Survey } from '#shared/formats/recognise/survey.ts'
import { unitsOf } from '#shared/formats/text/lines.ts'

const survey = (...lines: readonly string[]): Survey => surveyOf(unitsOf(lines.join('\n')).units)

test('[FM6] Council of Europe by bare labels, by a tab behind them, or by titles below sections', () => {
  expect(survey('Article 1', '1. Each Party', '2. No Party').style).toBe('un')
  expect(survey('Article 1', '1 Each Party', '2 No Party', '3 All Parties')).toMatchObject({ style: 'coe', isBare: true })
  expect(survey('Article 1', '1\tEach Party')).toMatchObject({ style: 'coe', isBare: true })
  expect(survey('CHAPTER I', 'SECTION 1', 'TITLE 1', 'Article 1', '1. Each Party')).toMatchObject({ style: 'coe', isBare: false })
})

test('[FM9] titles above chapters are no Council of Europe style', () => {
  expect(survey('TITLE I', 'CHAPTER 1', 'Article 1')).toMatchObject({ style: 'un', titlesOnTop: true, hasParts: false })
  expect(survey('PART ONE', 'TITLE I', 'Article 1')).toMatchObject({ titlesOnTop: true, hasParts: true })
})

test("[FM6] the commonest word for an article is the text's, where it is not the language's own", () => {
  expect(survey('Article 1', 'Article 2').articleWord).toBeNull()
  expect(survey('Статья 1').articleWord).toBeNull()
  expect(survey('REGULATION 1', 'Regulation 2', 'Article 3').articleWord).toBe('Regulation')
  expect(survey('Each Party').articleWord).toBeNull()
})
