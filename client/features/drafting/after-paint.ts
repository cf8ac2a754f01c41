import { startTransition, useEffect, useState } from 'react'

/** Whether the page has been shown once: what stands around the text is drawn after the text, and gives way to keys. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let turn: ReturnType<typeof setTimeout> | null = null
    const frame = requestAnimationFrame(() => {
      turn = setTimeout(() => startTransition(() => setPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      if (turn !== null) clearTimeout(turn)
    }
  }, [])
  return isPainted
}
