import type { Anchor } from '#shared/records/index.ts'

/** What somebody is about to comment on: the anchor, and its clause's citation. */
export type NewSubject = Readonly<{ anchor: Anchor; citation: string }>
