import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * What the address of the page says under `name`, or null, and how to write it there: a link opens what was looked at when it
 * was copied. Null takes it out.
 */
export function useAddress(name: string): readonly [string | null, (value: string | null) => void] {
  const [parameters, setParameters] = useSearchParams()
  const write = useCallback(
    (value: string | null) => {
      // Not from what was drawn last: a view that is still on its way has written its name already, which must not get lost.
      const next = new URLSearchParams(window.location.search)
      if (value === null) next.delete(name)
      else next.set(name, value)
      setParameters(next, { replace: true })
    },
    [name, setParameters],
  )
  return [parameters.get(name), write]
}
