import { lazy } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { FaultScreen } from './FaultScreen.tsx'
import { Frame } from './Frame.tsx'
import { NegotiationFrame } from './NegotiationFrame.tsx'
import { NotFoundScreen } from './NotFoundScreen.tsx'

const HomePage = lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage }))
const SetupPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SetupPage }))
const JoinPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).JoinPage }))
const ResetPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).ResetPage }))
const SecondPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SecondPage }))
const SignInPage = lazy(async () => ({ default: (await import('./EntryPages.tsx')).SignInPage }))
const DeskPage = lazy(async () => ({ default: (await import('./DeskPage.tsx')).DeskPage }))
const DraftingPage = lazy(async () => ({ default: (await import('./DraftingPage.tsx')).DraftingPage }))
const HistoryPage = lazy(async () => ({ default: (await import('./HistoryPage.tsx')).HistoryPage }))
const PickerPage = lazy(async () => ({ default: (await import('./ComparisonPages.tsx')).PickerPage }))
const ComparisonPage = lazy(async () => ({ default: (await import('./ComparisonPages.tsx')).ComparisonPage }))

export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <FaultScreen />,
    children: [
      {
        errorElement: <FaultScreen />,
        children: [
          { index: true, element: <HomePage /> },
          { path: 'setup', element: <SetupPage /> },
          { path: 'join', element: <JoinPage /> },
          { path: 'reset', element: <ResetPage /> },
          { path: 'second', element: <SecondPage /> },
          { path: 'sign-in', element: <SignInPage /> },
          {
            path: 'n/:negotiationId',
            element: <NegotiationFrame />,
            children: [
              {
                errorElement: <FaultScreen />,
                children: [
                  { index: true, element: <DeskPage /> },
                  { path: 't/:textId', element: <DraftingPage /> },
                  { path: 't/:textId/history', element: <HistoryPage /> },
                  { path: 'compare', element: <PickerPage /> },
                  { path: 'compare/:comparisonId', element: <ComparisonPage /> },
                  { path: '*', element: <NotFoundScreen /> },
                ],
              },
            ],
          },
          { path: '*', element: <NotFoundScreen /> },
        ],
      },
    ],
  },
]

export const newRouter = () => createBrowserRouter(routes)
