import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** How a comparison is looked at. */
export const VIEWS = ['inline', 'side-by-side', 'matrix', 'map', 'heat', 'summary'] as const
export type View = (typeof VIEWS)[number]

/** Whether the view shows the wording, row by row. */
export const showsWording = (view: View): boolean => view === 'inline' || view === 'side-by-side'

const PARAMETER = 'view'

/** The view that the address names, and how to choose another: a link opens what was looked at when it was copied. */
export function useView(): readonly [View, (view: View) => void] {
  const [parameters, setParameters] = useSearchParams()
  const written = parameters.get(PARAMETER)
  const choose = useCallback(
    (view: View) =>
      setParameters(
        (now) => {
          const next = new URLSearchParams(now)
          if (view === VIEWS[0]) next.delete(PARAMETER)
          else next.set(PARAMETER, view)
          return next
        },
        { replace: true },
      ),
    [setParameters],
  )
  return [VIEWS.find((view) => view === written) ?? VIEWS[0], choose]
}
