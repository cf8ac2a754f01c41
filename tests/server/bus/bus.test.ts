import { expect, test } from 'vitest'
import { openBus } from '#server/bus/index.ts'
import type { FeedEvent } from '#shared/protocol/index.ts'

test('an event reaches those who listen to its negotiation, until they leave', () => {
  const bus = openBus()
  const heard: [string, FeedEvent][] = []
  const leave = bus.subscribe('n1', (event) => heard.push(['a', event]))
  bus.subscribe('n1', (event) => heard.push(['b', event]))
  bus.subscribe('n2', (event) => heard.push(['c', event]))
  const event: FeedEvent = { topic: 'texts', textId: null }
  bus.publish('n1', event)
  leave()
  leave()
  bus.publish('n1', event)
  bus.publish('n3', event)
  expect(heard).toEqual([['a', event], ['b', event], ['b', event]])
})
