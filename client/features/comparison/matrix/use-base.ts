import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

const PARAMETER = 'base'

/** Which of `count` texts is the base, from 0, as the address says it, from 1; the first where it says nothing. */
export function useBase(count: number): readonly [number, (base: number) => void] {
  const [parameters, setParameters] = useSearchParams()
  const choose = useCallback(
    (base: number) =>
      setParameters(
        (now) => {
          const next = new URLSearchParams(now)
          if (base === 0) next.delete(PARAMETER)
          else next.set(PARAMETER, String(base + 1))
          return next
        },
        { replace: true },
      ),
    [setParameters],
  )
  const written = Number(parameters.get(PARAMETER) ?? 1)
  return [Number.isInteger(written) && written >= 1 && written <= count ? written - 1 : 0, choose]
}
