export { termTable } from './table.ts'
export { TERM_FLAGS, type ClauseUses, type Definition, type Loose, type Manner, type TermCell, type TermFlag, type TermRow, type TermTable } from './types.ts'
