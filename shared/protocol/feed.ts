/**
 * What changed in a negotiation, told to every member who is connected; the reader fetches anew what it shows. `wording`: people
 * write in a live draft, and all that is new on the desk is how long it is and when it was changed.
 */
export const FEED_TOPICS = ['texts', 'wording', 'threads', 'people', 'chapters', 'versions', 'rescue', 'presence', 'comparisons'] as const
export type FeedTopic = (typeof FEED_TOPICS)[number]

/** One line of the feed, sent as JSON text over `/live/feed/<negotiationId>`. `textId` null = not about one text. */
export type FeedEvent = Readonly<{ topic: FeedTopic; textId: string | null }>

/** `raw` as a feed event, or null when it is not one. */
export function parseFeedEvent(raw: string): FeedEvent | null {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return null // not JSON: not an event
  }
  if (typeof value !== 'object' || value === null || !('topic' in value)) return null
  const topic = FEED_TOPICS.find((known) => known === value.topic)
  const textId = 'textId' in value && typeof value.textId === 'string' ? value.textId : null
  return topic === undefined ? null : { topic, textId }
}
