export { HistoryScreen, type HistoryChoice, type HistoryPlaces } from './HistoryScreen.tsx'
