import { expect, test } from 'vitest'
import { foundThreads } from '#client/features/review/found-threads.ts'
import type { ThreadView } from '#shared/api/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { clauseAnchor, wordsAnchor, type Anchor } from '#shared/records/index.ts'

let drawn = 0
const newId = clauseIdsFrom((below) => drawn++ % below)
const clause = (text: string) => ({ id: newId(), text })
const thread = (id: string, anchor: Anchor): ThreadView => ({ id, textId: 't1', kind: 'comment', anchor, citation: 'Article 1', entries: [], resolved: null })

const [first, second] = [clause('Each State Party shall adopt measures.'), clause('A State Party may reserve.')]
const onFirst = thread('first', clauseAnchor(first.id))
const onWords = thread('words', wordsAnchor(second, { from: 14, to: 25, place: null }))
const onGone = thread('gone', clauseAnchor(newId()))

test('threads stand in reading order, orphans last', () => {
  const found = foundThreads([onGone, onWords, onFirst], { clauses: [first, second], spotOf: () => null })
  expect(found.map(({ thread: { id } }) => id)).toEqual(['first', 'words', 'gone'])
  expect(found.map(({ found: { state } }) => state)).toEqual(['clause', 'words', 'orphan'])
})

test('threads follow their clauses when these are moved', () => {
  const found = foundThreads([onFirst, onWords], { clauses: [second, first], spotOf: () => null })
  expect(found.map(({ thread: { id } }) => id)).toEqual(['words', 'first'])
})
