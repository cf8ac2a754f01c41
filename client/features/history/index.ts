export { HistoryScreen, type HistoryChoice } from './HistoryScreen.tsx'
export type { HistoryPlaces } from './places.ts'
