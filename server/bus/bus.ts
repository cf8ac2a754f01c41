import type { FeedEvent } from '#shared/protocol/index.ts'

export type FeedListener = (event: FeedEvent) => void

/** Tells everybody connected to a negotiation what changed in it. Listeners must not throw. */
export type Bus = Readonly<{
  publish(negotiationId: string, event: FeedEvent): void
  /** Listens until the returned function is called. */
  subscribe(negotiationId: string, listener: FeedListener): () => void
}>

/** A bus within one process: a listener hears an event before `publish` returns. */
export function openBus(): Bus {
  const listeners = new Map<string, Set<FeedListener>>()
  return {
    publish(negotiationId, event) {
      for (const listener of listeners.get(negotiationId) ?? []) listener(event)
    },
    subscribe(negotiationId, listener) {
      const here = listeners.get(negotiationId) ?? new Set()
      listeners.set(negotiationId, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0 && listeners.get(negotiationId) === here) listeners.delete(negotiationId)
      }
    },
  }
}
