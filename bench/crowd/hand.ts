import type * as Y from 'yjs'
import type { Ledger } from './ledger.ts'

/** One drafter's hand: types a character at a place of its own, noted in `ledger`. `share` (0–1): where in the draft. */
export function handIn(doc: Y.Doc, share: number, ledger: Ledger): () => void {
  const body = doc.getText('body')
  return () => {
    if (body.length < 2) throw new Error('a drafter has no draft')
    const last = doc.store.clients.get(doc.clientID)?.at(-1)
    ledger.wrote(doc.clientID, last === undefined ? 0 : last.id.clock + last.length)
    body.insert(1 + Math.floor((body.length - 2) * share), 'a') // behind the first clause's marker
  }
}

/** Types `perSecond` characters in all with `hands` for `forMs`, evenly, catching up when a tick came late. */
export function typeFor(hands: readonly (() => void)[], { perSecond, forMs }: Readonly<{ perSecond: number; forMs: number }>): Promise<void> {
  const began = performance.now()
  let typed = 0
  return new Promise((resolve) => {
    const tick = setInterval(() => {
      const elapsed = Math.min(performance.now() - began, forMs)
      while (typed < (elapsed / 1_000) * perSecond) hands[typed++ % hands.length]?.()
      if (elapsed < forMs) return
      clearInterval(tick)
      resolve()
    }, 1)
  })
}
