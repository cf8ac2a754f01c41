export { DraftingScreen } from './DraftingScreen.tsx'
