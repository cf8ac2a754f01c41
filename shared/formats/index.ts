export {
  IMPORT_NOTES,
  type ImportNote,
  type ImportOptions,
  type ImportReport,
  type ImportResult,
  type UnrecognisedLine,
} from './import.ts'
export { UNRECOGNISED_REASONS, type UnrecognisedReason } from './recognise/draft.ts'
export { readText } from './text/read-text.ts'
export { wordsOf } from './words.ts'
