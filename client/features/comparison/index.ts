export { ComparisonPicker } from './ComparisonPicker.tsx'
export { ComparisonScreen, type ComparisonScreenProps } from './ComparisonScreen.tsx'
