// @vitest-environment jsdom
import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { sentenceOf, startMessages } from '#client/messages/index.ts'
import { AnswerUnknown, Unreached } from '#client/platform/index.ts'
import { Refused } from '#shared/kernel/index.ts'

beforeAll(() => startMessages())
const said = (failure: unknown) => sentenceOf(failure, i18next.t)

test('a refusal says its sentence, and its detail where that tells more', () => {
  expect(said(new Refused('unreadable-file', '“a.pdf” is a PDF.'))).toMatch(/cannot be read as a text.*“a.pdf” is a PDF\.$/s)
  expect(said(new Refused('not-signed-in', 'Sign in first.'))).not.toMatch(/first/)
})

test('whatever else happens has a sentence that says what to do', () => {
  expect(said(new Unreached(null))).toMatch(/network/)
  expect(said(new AnswerUnknown('GET /x', null))).toMatch(/Reload/)
  expect(said(new Error('boom'))).toMatch(/Reload/)
})

test('the page says its language and direction', () => {
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
})
