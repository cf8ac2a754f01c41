export { clauseEntries, type ClauseEntry } from './clause.ts'
export { openHistory, type Histories } from './open.ts'
export type { ClauseWork, Hand, Session } from './sessions.ts'
export type { DraftHistory, Point } from './timeline.ts'
