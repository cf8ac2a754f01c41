import { useCallback } from 'react'
import { useAddress } from './use-address.ts'

/** How a comparison is looked at. */
export const VIEWS = ['inline', 'side-by-side', 'matrix', 'map', 'heat', 'summary'] as const
export type View = (typeof VIEWS)[number]

/** Whether the view shows the wording, row by row. */
export const showsWording = (view: View): boolean => view === 'inline' || view === 'side-by-side'

/** The view that the address names, and how to choose another. */
export function useView(): readonly [View, (view: View) => void] {
  const [written, write] = useAddress('view')
  const choose = useCallback((view: View) => write(view === VIEWS[0] ? null : view), [write])
  return [VIEWS.find((view) => view === written) ?? VIEWS[0], choose]
}
