export { DraftingScreen, type DraftingScreenProps, type MarginPage } from './DraftingScreen.tsx'
export type { LabelBasis } from './labels.ts'
export type { ThreadMark } from './thread-marks.ts'
export type { RescuePage, WordMark, WordsPage } from './words-page.ts'
