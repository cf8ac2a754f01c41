export { CERTAIN_CONFIDENCE } from './calibration.ts'
export { compareTexts } from './compare.ts'
export { diffWords } from './diff.ts'
export { matrixOf, pairRowsOf, type Matrix, type MatrixCell, type MatrixRow, type PairLookup, type PairRow } from './matrix.ts'
export { nearestPairs } from './nearest.ts'
export { classesOf, Classifier, hunksIn, type Classified } from './classes/classes.ts'
export { classifyLabel } from './classes/clause.ts'
export type { Hunk } from './classes/hunk.ts'
export { ASPECTS, CHANGE_CLASSES, EXCUSES, type Aspect, type ChangeClass, type ClassFigures, type Classes, type Excuse, type Ground, type RowClass, type Verdict } from './classes/types.ts'
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
