import { expect, test } from 'vitest'
import { phraseAfter, phraseBefore } from '#shared/compare/classes/beside.ts'
import { hunkOf } from './drawn.ts'

test('the phrase beside a change ends at a stop', () => {
  const { base } = hunkOf('First; the coastal [-old-]{+new+} State of call. Last')
  expect([phraseBefore(base), phraseAfter(base)]).toEqual([' the coastal ', ' State of call'])
})
