/** How far beyond what is in sight something is still near, as CSS has it. */
const MARGIN = '600px'

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | null = null

/** Calls `onNear` once when `element` is in sight or soon will be, unless the returned function is called before; at once where the browser cannot tell. */
export function whenNear(element: Element, onNear: () => void): () => void {
  if (!('IntersectionObserver' in globalThis)) {
    onNear()
    return () => undefined
  }
  const watching = (observer ??= new IntersectionObserver(tell, { rootMargin: MARGIN }))
  const forget = (): void => {
    watching.unobserve(element)
    waiting.delete(element)
  }
  waiting.set(element, () => {
    forget()
    onNear()
  })
  watching.observe(element)
  return forget
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.()
}
