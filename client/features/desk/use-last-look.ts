import { useEffect, useState } from 'react'
import { remembered } from '#client/platform/index.ts'

/** The newest journal line that this member had seen, in this browser, before this visit; null on the first one. */
export function useLastLook(memberId: string, newestId: number | null): number | null {
  const [store] = useState(() => remembered(`journal.${memberId}`))
  const [before] = useState(() => {
    const kept = Number(store.read() ?? Number.NaN)
    return Number.isInteger(kept) ? kept : null
  })
  useEffect(() => {
    if (newestId !== null) store.write(String(newestId))
  }, [store, newestId])
  return before
}
