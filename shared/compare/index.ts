export { compareTexts } from './compare.ts'
export { classesOf, Classifier, hunksIn, type Classified } from './classes/classes.ts'
export { classifyLabel } from './classes/clause.ts'
export type { Hunk } from './classes/hunk.ts'
export { ASPECTS, CHANGE_CLASSES, EXCUSES, type Aspect, type ChangeClass, type ClassFigures, type Classes, type Excuse, type Ground, type RowClass, type Verdict } from './classes/types.ts'
export { REDLINE_BUDGET, redline } from './redline.ts'
export { baseText, revisedText } from './runs.ts'
export { countWords, segment } from './segment.ts'
export {
  RELATIONS,
  type Caps,
  type Change,
  type ChapterFigures,
  type CompareOptions,
  type Comparison,
  type ClauseRedline,
  type Cosmetic,
  type PartLink,
  type Reason,
  type RedlineBudget,
  type RedlineRun,
  type Relation,
  type RelationCounts,
  type Row,
  type Summary,
  type WordCounts,
} from './types.ts'
