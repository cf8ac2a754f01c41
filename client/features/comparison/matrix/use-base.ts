import { useCallback } from 'react'
import { useAddress } from '../use-address.ts'

/** Which of `count` texts is the base, from 0, as the address says it, from 1; the first where it says nothing. */
export function useBase(count: number): readonly [number, (base: number) => void] {
  const [written, write] = useAddress('base')
  const choose = useCallback((base: number) => write(base === 0 ? null : String(base + 1)), [write])
  const number = Number(written ?? 1)
  return [Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : 0, choose]
}
