export { api } from './api.ts'
export { drawBelow, newClauseId } from './chance.ts'
export { compareInWorker } from './compare/door.ts'
export { compareInTurn } from './compare/in-turn.ts'
export { openLiveComparison, type LiveComparison, type LiveFound } from './compare/live-door.ts'
export { isGap, LiveMarks, liveChanges, type ClauseMark, type GapMark, type LiveChange, type LiveMark } from './compare/live-marks.ts'
export type { ComparedText } from './compare/order.ts'
export { copyText } from './clipboard.ts'
export { AnswerUnknown, Unreached } from './failure.ts'
export { followFeed, liveAddress, type FeedHandlers, type FeedState } from './feed.ts'
export { askBeforeLeaving, download, onNetworkChange, reloadPage } from './page.ts'
export { pastedFile, readChosen, toBase64, type ChosenFile } from './files.ts'
export { Emptied, Forgotten, keptNothingYet, openKept, type Aside, type Copy, type Kept, type KeptText, type Note, type TextKey, type Writing } from './kept/kept.ts'
export {
  applyFeedEvent,
  authorshipQuery,
  clauseHistoryQuery,
  comparisonQuery,
  contentQuery,
  deskQuery,
  dismissalsQuery,
  freshDesk,
  historyQuery,
  matrixQuery,
  newQueryClient,
  pastQuery,
  queryKeys,
  sessionQuery,
  threadsQuery,
} from './queries.ts'
export { remembered, type Remembered } from './storage.ts'
export { provenanceInWorker, termsInWorker } from './study/door.ts'
