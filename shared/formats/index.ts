export { MAX_FILE_BYTES, MAX_FILE_LINES, MAX_FILE_TAGS, readFile, type ImportFile } from './file.ts'
export {
  IMPORT_NOTES,
  type ImportNote,
  type ImportOptions,
  type ImportReport,
  type ImportResult,
  type UnrecognisedLine,
} from './import.ts'
export { UNRECOGNISED_REASONS, type UnrecognisedReason } from './recognise/draft.ts'
export { readHtml } from './html/read-html.ts'
export { readText } from './text/read-text.ts'
export { writeText } from './text/write-text.ts'
export { languageOf } from './language.ts'
export { wordsOf } from './words.ts'
