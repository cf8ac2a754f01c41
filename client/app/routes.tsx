import { createBrowserRouter, type RouteObject } from 'react-router'
import { FaultScreen } from './FaultScreen.tsx'
import { Frame } from './Frame.tsx'
import { NegotiationFrame } from './NegotiationFrame.tsx'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { ComparisonPage, DeskPage, DraftingPage, HistoryPage, HomePage, JoinPage, MatrixPage, PickerPage, ProvenancePage, ResetPage, SecondPage, SetupPage, SignInPage, TermsPage, fetchPages } from './pages.ts'

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
            element: <NegotiationFrame onEntered={fetchPages} />,
            children: [
              {
                errorElement: <FaultScreen />,
                children: [
                  { index: true, element: <DeskPage /> },
                  { path: 't/:textId', element: <DraftingPage /> },
                  { path: 't/:textId/history', element: <HistoryPage /> },
                  { path: 't/:textId/provenance', element: <ProvenancePage /> },
                  { path: 'terms', element: <TermsPage /> },
                  { path: 'compare', element: <PickerPage /> },
                  { path: 'compare/:comparisonId', element: <ComparisonPage /> },
                  { path: 'matrix/:matrixId', element: <MatrixPage /> },
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
