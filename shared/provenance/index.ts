export { percentsOf } from './composition.ts'
export { provenanceOf } from './provenance.ts'
export {
  LEFTOVER_RULES,
  type ArticleSources,
  type ChapterComposition,
  type ClauseProvenance,
  type Composition,
  type Instrument,
  type Leftover,
  type LeftoverRule,
  type Passage,
  type Provenance,
  type Taken,
} from './types.ts'
