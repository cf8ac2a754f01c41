export {
  LANGUAGES,
  NUMBERING_STYLES,
  type Clause,
  type ClauseText,
  type LabelSettings,
  type Language,
  type NumberingStyle,
  type Span,
  type SpanMark,
} from './clause.ts'
export { clauseIdsFrom, parseClauseId, type ClauseId, type NewClauseId } from './id.ts'
export {
  CLAUSE_KINDS,
  DIVISION_KINDS,
  DIVISION_RANK,
  MAX_DEPTH,
  PROVISION_KINDS,
  isClauseKind,
  isDivision,
  levelOf,
  type ClauseKind,
  type DivisionKind,
  type ProvisionKind,
} from './kinds.ts'
