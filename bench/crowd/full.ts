import * as Y from 'yjs'
import { enter, type Entry } from './dialects.ts'
import { handIn } from './hand.ts'
import { Ledger } from './ledger.ts'

/** Who sits in the room, one entry a socket; how many of them write, and how many note when they hear what. */
export type CrowdOptions = Readonly<{ entries: readonly Entry[]; writers: number; probes: number }>

/** A room full of drafters. */
export type Crowd = Readonly<{ hands: readonly (() => void)[]; ledger: Ledger }>

/**
 * Drafters as they are in a browser: each has the whole draft, takes in whatever comes through the server's own provider, and
 * writes. The probes are among them.
 */
export async function fullCrowd({ entries, writers, probes }: CrowdOptions): Promise<Crowd> {
  const ledger = new Ledger(probes - Math.min(1, probes / writers)) // nobody hears himself
  const hands = await Promise.all(
    entries.map(async (entry, i) => {
      const doc = new Y.Doc()
      const isProbe = i < probes
      const sentAt: number[] = []
      let counted = 0
      const onStored = (frames: number): void => {
        // The first frame of a connection answers the server's state vector.
        for (const now = performance.now(); counted < frames - 1; counted++) ledger.stored(now - (sentAt[counted] ?? now))
      }
      await enter(entry, doc, isProbe ? onStored : null)
      if (isProbe) {
        doc.on('afterTransaction', ({ local, beforeState, afterState }: Y.Transaction) => {
          if (local) sentAt.push(performance.now())
          else for (const [client, to] of afterState) if (beforeState.get(client) !== to) ledger.heard(client, beforeState.get(client) ?? 0, to)
        })
      }
      return handIn(doc, i / entries.length, ledger)
    }),
  )
  return { hands: hands.slice(0, writers), ledger }
}
