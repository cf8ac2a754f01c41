import { lazy } from 'react'

// The page that people wait for comes with the program itself.
export { DraftingPage } from './DraftingPage.tsx'

const desk = () => import('./DeskPage.tsx')
const comparisons = () => import('./ComparisonPages.tsx')
const studies = () => import('./StudyPages.tsx')

/** Fetches the pages of a negotiation ahead, so that one can go from one to another without a connection. */
export function fetchPages(): void {
  void Promise.allSettled([desk(), comparisons(), studies()]) // whoever opens one that did not come hears of it then
}

export const HomePage = lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage }))
export const SetupPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SetupPage }))
export const JoinPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).JoinPage }))
export const ResetPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).ResetPage }))
export const SecondPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SecondPage }))
export const SignInPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SignInPage }))
export const DeskPage = lazy(async () => ({ default: (await desk()).DeskPage }))
export const HistoryPage = lazy(async () => ({ default: (await import('./HistoryPage.tsx')).HistoryPage }))
export const PickerPage = lazy(async () => ({ default: (await comparisons()).PickerPage }))
export const ComparisonPage = lazy(async () => ({ default: (await comparisons()).ComparisonPage }))
export const MatrixPage = lazy(async () => ({ default: (await comparisons()).MatrixPage }))
export const ProvenancePage = lazy(async () => ({ default: (await studies()).ProvenancePage }))
export const TermsPage = lazy(async () => ({ default: (await studies()).TermsPage }))
