import type { Comparison, Correction, Progress } from '#shared/compare/index.ts'
import type { CompareAnswer, ComparedText } from './order.ts'

type Order = Readonly<{
  base: ComparedText
  revised: ComparedText
  corrections: readonly Correction[]
  signal?: AbortSignal | undefined
  onProgress?: (progress: Progress) => void
}>

/**
 * Compares two texts in a worker of its own, so that typing never waits. Rejects with the signal's reason when it aborts
 * (the worker is stopped then), and with the fault's words when the comparison fails. Tells `onProgress` how far it is, some
 * sixty times a second at most.
 */
export function compareInWorker({ base, revised, corrections, signal, onProgress }: Order): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(reasonOf(signal))
      return
    }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compare' })
    const end = () => {
      worker.terminate()
      signal?.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(reasonOf(signal))
    }
    signal?.addEventListener('abort', stop)
    worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
      if ('progress' in data) {
        onProgress?.(data.progress)
        return
      }
      end()
      if ('fault' in data) reject(new Error(data.fault))
      else resolve(data.comparison)
    })
    worker.addEventListener('error', ({ message }) => {
      end()
      reject(new Error(message === '' ? 'The comparison could not be started' : message))
    })
    worker.postMessage({ base, revised, corrections }, [])
  })
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new DOMException('Aborted', 'AbortError')
}
