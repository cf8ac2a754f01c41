export { SCHEMA_VERSION, draftExtensions, draftSchema } from './schema.ts'
export { readDraft, readMeta, seedDraft } from './draft.ts'
export { inspectUpdate, type Inspected } from './inspect.ts'
export { placeAt, resolvePlace, type Spot } from './place.ts'
export { draftSync } from './sync.ts'
export type { CaretPlaces, DraftSync, DraftSyncOptions, EditorHost, UndoState } from './sync-types.ts'
export { isUnknownKind } from './unknown.ts'
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
