export { SCHEMA_VERSION, draftExtensions, draftSchema } from './editor/schema.ts'
export { readDraft, readMeta, seedDraft } from './model/draft.ts'
export { dropTwins, restoredOf } from './recovery/restored.ts'
export { inspectUpdate, type Inspected } from './yjs/inspect.ts'
export { splitUpdate } from './yjs/split-update.ts'
export { mergeReport, standingOf, type Deed, type MergeStates, type ReportLine, type RescuedWords, type Standing } from './record/merge-report.ts'
export { placeAt, resolvePlace, type Spot } from './model/place.ts'
export { rescuedText, type RescuedPassage } from './recovery/rescued.ts'
export type { PutBack } from './recovery/put-back.ts'
export { writtenText, type WrittenClause, type WrittenRun } from './record/written.ts'
export { Ledger } from './record/ledger.ts'
export type { ClockRange, ClockRanges } from './yjs/clock-ranges.ts'
export { draftSync } from './sync/sync.ts'
export type { UndoState } from './recovery/undo.ts'
export type { CaretPlaces, DraftSync, DraftSyncOptions, EditorHost } from './sync-types.ts'
export { DraftPlayback, type ClauseChange } from './record/playback.ts'
export { restoreClauses, type RunsBetween } from './record/restore.ts'
export type { ItemRange, ItemSpot } from './yjs/yjs-internals.ts'
export { isUnknownKind } from './editor/unknown.ts'
export { headlessEditor, type HeadlessEditor } from './sync/headless.ts'
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
} from './editor/commands.ts'
export { moveClauseDown, moveClauseUp } from './editor/move.ts'
export { draftKeymap } from './editor/keymap.ts'
