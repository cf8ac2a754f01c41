import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEED_TOPICS, parseFeedEvent, type FeedEvent } from '#shared/protocol/index.ts'

const event: fc.Arbitrary<FeedEvent> = fc.record({ topic: fc.constantFrom(...FEED_TOPICS), textId: fc.option(fc.stringMatching(/^[0-9a-z]{1,40}$/)) })

test('[PR5] an event is read back as it was sent, and carries a topic and a text, nothing more', () => {
  fc.assert(
    fc.property(event, fc.jsonValue(), (sent, more) => {
      expect(parseFeedEvent(JSON.stringify(sent))).toEqual(sent)
      expect(parseFeedEvent(JSON.stringify({ ...sent, more }))).toEqual(sent)
    }),
  )
})

test('whatever comes is an event or null, never an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
      const read = parseFeedEvent(raw)
      expect(read === null || FEED_TOPICS.includes(read.topic)).toBe(true)
    }),
  )
  for (const raw of ['', 'null', '[]', '{}', '{"topic":"other","textId":null}', '{"topic":7}']) expect(parseFeedEvent(raw)).toBeNull()
})
