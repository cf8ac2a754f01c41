import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'

export type SideName = 'base' | 'revised'

/** A maker of ids for clauses that have none: the same ones each time, and never the same on both sides (EX3). */
export function sideIds(side: SideName): () => ClauseId {
  let made = 0
  return () => {
    const id = parseClauseId(`c_${side === 'base' ? 'b' : 'r'}${(made++).toString(36).padStart(9, '0')}`)
    invariant(id !== null, 'a made id is one')
    return id
  }
}
