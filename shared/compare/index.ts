export { CERTAIN_CONFIDENCE } from './calibration.ts'
export { compareSteps, compareTexts } from './compare.ts'
export { Comparer } from './comparer.ts'
export { diffWords } from './diff.ts'
export { FLOW_KINDS, textMapOf, type Flow, type FlowKind, type MappedUnit, type TextMap } from './flows.ts'
export { foldSpelling } from './fold.ts'
export { matrixOf, pairRowsOf, type Matrix, type MatrixCell, type MatrixRow, type PairLookup, type PairRow } from './matrix.ts'
export { nearestPairs } from './nearest.ts'
export { STAGES, type Progress, type Stage } from './progress.ts'
export { classesOf, Classifier, hunksIn, type Classified } from './classes/classes.ts'
export { classifyLabel } from './classes/clause.ts'
export type { Hunk } from './classes/hunk.ts'
export { ASPECTS, CHANGE_CLASSES, EXCUSES, type Aspect, type ChangeClass, type ClassFigures, type Classes, type Excuse, type Ground, type RowClass, type Verdict } from './classes/types.ts'
export { REDLINE_BUDGET, redline } from './redline.ts'
export { baseText, isWordingChange, revisedText } from './runs.ts'
export { referencesIn, type Reference } from './references.ts'
export { countWords, isSpace, isWord, segment } from './segment.ts'
export { sharedWords } from './shared-words.ts'
export {
  PART_KINDS,
  RELATIONS,
  type Caps,
  type Change,
  type ChapterFigures,
  type CompareOptions,
  type Comparison,
  type Correction,
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
export { unitLikeness } from './unit-likeness.ts'
export { unitPlaces } from './units.ts'
export { vectorsOf } from './vectors.ts'
