export { ComparisonPicker } from './ComparisonPicker.tsx'
export { ComparisonScreen, type ComparisonScreenProps } from './ComparisonScreen.tsx'
export { MatrixScreen } from './matrix/MatrixScreen.tsx'
