import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useMatch } from 'react-router'
import { applyFeedEvent, followFeed, freshDesk, queryKeys, type FeedState } from '#client/platform/index.ts'
import { paths } from './paths.ts'

/** Follows the negotiation's feed while mounted, and marks what it names as out of date. Answers where its line stands. */
export function useFeed(negotiationId: string): FeedState {
  const queries = useQueryClient()
  const [state, setState] = useState<FeedState>('connecting')
  const isDrafting = useMatch(paths.text(':negotiationId', ':textId')) !== null
  const drafts = useRef(isDrafting)
  useEffect(() => {
    drafts.current = isDrafting
    if (!isDrafting) void freshDesk(queries, negotiationId)
  }, [isDrafting, negotiationId, queries])
  useEffect(() => {
    let wasLost = false
    return followFeed(negotiationId, {
      onEvent: (event) => void applyFeedEvent(queries, { negotiationId, isDrafting: drafts.current }, event),
      onState: (next) => {
        setState(next)
        // While the line was lost anything may have changed; a refused line means that the session or membership did.
        if (next === 'refused' || next === 'lost') void queries.invalidateQueries({ queryKey: queryKeys.session() })
        if (next === 'open' && wasLost) void queries.invalidateQueries()
        if (next === 'refused') void queries.invalidateQueries({ queryKey: queryKeys.desk(negotiationId) })
        wasLost = next === 'lost'
      },
    })
  }, [negotiationId, queries])
  return state
}
