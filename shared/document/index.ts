export { SCHEMA_VERSION, draftExtensions, draftSchema } from './schema.ts'
export { readDraft, readMeta, seedDraft } from './draft.ts'
export { inspectUpdate, type Inspected } from './inspect.ts'
export { splitUpdate } from './split-update.ts'
export { mergeReport, standingOf, type Deed, type MergeStates, type ReportLine, type RescuedWords, type Standing } from './merge-report.ts'
export { placeAt, resolvePlace, type Spot } from './place.ts'
export { rescuedText, type RescuedPassage } from './rescued.ts'
export type { PutBack } from './put-back.ts'
export { writtenText, type WrittenClause, type WrittenRun } from './written.ts'
export { Ledger } from './ledger.ts'
export type { ClockRange, ClockRanges } from './clock-ranges.ts'
export { draftSync } from './sync.ts'
export type { CaretPlaces, DraftSync, DraftSyncOptions, EditorHost, UndoState } from './sync-types.ts'
export { DraftPlayback, type ClauseChange } from './playback.ts'
export { restoreClauses, type RunsBetween } from './restore.ts'
export type { ItemRange, ItemSpot } from './yjs-internals.ts'
export { headlessEditor, type HeadlessEditor } from './headless.ts'
export {
  indentClause,
  mergeWithNext,
  mergeWithPrevious,
  outdentClause,
  removeClause,
  setKind,
  setNumber,
  splitClause,
  toggleEm,
  toggleStrong,
} from './commands.ts'
export { moveClauseDown, moveClauseUp } from './move.ts'
export { draftKeymap } from './keymap.ts'
