import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { applyFeedEvent, freshDesk, newQueryClient, queryKeys } from '#client/platform/index.ts'
import type { FeedTopic } from '#shared/protocol/index.ts'

/** A store with one of everything, and which of it an event puts out of date. */
async function staleAfter(topic: FeedTopic, textId: string | null): Promise<string[]> {
  const queries = newQueryClient()
  const known = [queryKeys.session(), queryKeys.desk('n'), queryKeys.desk('other'), queryKeys.content('t'), queryKeys.content('u'), queryKeys.threads('t'), queryKeys.comparison('c')]
  for (const key of known) queries.setQueryData(key, {})
  await applyFeedEvent(queries, { negotiationId: 'n', isDrafting: false }, { topic, textId })
  return known.filter((key) => queries.getQueryState(key)?.isInvalidated === true).map((key) => key.join(' '))
}

test.each([
  ['texts', 't', ['desk n']],
  ['wording', 't', ['desk n']],
  ['versions', null, ['desk n', 'content t', 'content u']],
  ['threads', 't', ['desk n', 'threads t']],
  ['people', null, ['session', 'desk n']],
  ['chapters', null, ['desk n']],
  ['presence', null, ['desk n']],
] as const)('an event about %s (%s) touches what it is about and nothing else', async (topic, textId, stale) => {
  expect(await staleAfter(topic, textId)).toEqual(stale)
})

test('while somebody drafts, new wording waits until the desk is looked at; whatever else is new does not', async () => {
  const queries = newQueryClient()
  let fetched = 0
  const desk = new QueryObserver(queries, { queryKey: queryKeys.desk('n'), queryFn: () => ++fetched })
  const leave = desk.subscribe(() => undefined)
  await desk.refetch()
  const before = fetched
  await applyFeedEvent(queries, { negotiationId: 'n', isDrafting: true }, { topic: 'wording', textId: 't' })
  expect(fetched).toBe(before)
  await freshDesk(queries, 'n')
  expect(fetched).toBe(before + 1)
  await freshDesk(queries, 'n')
  expect(fetched).toBe(before + 1)
  await applyFeedEvent(queries, { negotiationId: 'n', isDrafting: true }, { topic: 'texts', textId: 't' })
  expect(fetched).toBe(before + 2)
  leave()
})
