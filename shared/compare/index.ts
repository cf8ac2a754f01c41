export { CERTAIN_CONFIDENCE } from './calibration.ts'
export { compareTexts } from './compare.ts'
export { diffWords } from './diff.ts'
export { nearestPairs } from './nearest.ts'
export { REDLINE_BUDGET, redline } from './redline.ts'
export { baseText, isWordingChange, revisedText } from './runs.ts'
export { countWords, isSpace, segment } from './segment.ts'
export {
  PART_KINDS,
  RELATIONS,
  type Caps,
  type Change,
  type ChapterFigures,
  type CompareOptions,
  type Comparison,
  type ClauseRedline,
  type Cosmetic,
  type PartKind,
  type PartLink,
  type Reason,
  type RedlineBudget,
  type RedlineRun,
  type Relation,
  type RelationCounts,
  type Replacement,
  type Row,
  type Summary,
  type WordCounts,
} from './types.ts'
export { vectorsOf } from './vectors.ts'
