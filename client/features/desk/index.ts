export { DeskScreen } from './DeskScreen.tsx'
export type { DeskDialogs, DeskPlaces } from './places.ts'
