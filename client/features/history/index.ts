export { HistoryScreen } from './HistoryScreen.tsx'
export type { HistoryChoice, HistoryPlaces } from './places.ts'
