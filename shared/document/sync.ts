import type { DraftSync, DraftSyncOptions } from './sync-types.ts'

/** Binds an editor to the draft in `doc`, both ways. `newId` makes the ids of new clauses. */
export function draftSync(options: DraftSyncOptions): DraftSync {
  throw new Error(`not built yet for ${options.doc.guid}`)
}
