import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Tells the page's styles how high its bar is, so that what stands beside the page begins below it when the bar breaks into lines. */
export function useBarHeight(): Readonly<{ drafting: RefObject<HTMLDivElement | null>; bar: RefObject<HTMLElement | null> }> {
  const drafting = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const [page, measured] = [drafting.current, bar.current]
    if (page === null || measured === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => page.style.setProperty('--bar-height', `${measured.offsetHeight}px`))
    observer.observe(measured)
    return () => observer.disconnect()
  }, [])
  return { drafting, bar }
}
