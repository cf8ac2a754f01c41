export { citationOf, citationsOf } from './citations.ts'
export {
  LANGUAGES,
  NUMBERING_STYLES,
  type Clause,
  type ClauseText,
  type LabelSettings,
  type Language,
  type Numbering,
  type NumberingStyle,
  type Span,
  type SpanMark,
} from './clause.ts'
export { parseHeld, type HeldNumber, type HeldNumbers } from './held.ts'
export { holdNumbers, holdOn } from './hold.ts'
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
export type { Label } from './label.ts'
export { writeNumeral, type Numeral } from './numerals.ts'
export { labelsOf } from './labels.ts'
export { ancestorsOf, parentsOf, subtreeEnd, treeOf, type ClauseNode, type Placed } from './tree.ts'
export { LINT_RULES, lint, type Finding, type LintRule } from './lint.ts'
export { placeholdersOf, type Placeholder } from './placeholders.ts'
export { renumber, type RenumberingRow, type RenumberingTable } from './renumbering.ts'
