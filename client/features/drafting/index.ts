export { DraftingScreen, type DraftingScreenProps, type MarginPage } from './DraftingScreen.tsx'
export type { LabelBasis } from './labels.ts'
export type { ThreadMark } from './thread-marks.ts'
