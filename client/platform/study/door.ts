import type { ClauseText } from '#shared/clauses/index.ts'
import type { Instrument, Provenance } from '#shared/provenance/index.ts'
import type { TermTable } from '#shared/terms/index.ts'
import type { StudyAnswer, StudyOrder } from './order.ts'

type ProvenanceOrder = Readonly<{ text: Instrument; library: readonly Instrument[]; signal: AbortSignal }>
type TermsOrder = Readonly<{ texts: readonly ClauseText[]; signal: AbortSignal }>

/** Where the words of a text come from, found in a worker of its own. Rejects when the signal aborts, and with the fault's words. */
export async function provenanceInWorker({ signal, ...order }: ProvenanceOrder): Promise<Provenance> {
  const answer = await asked({ study: 'provenance', ...order }, signal)
  if ('provenance' in answer) return answer.provenance
  throw new Error('the worker answered something else')
}

/** The table of defined terms of one text or several, made in a worker of its own. Rejects as the other does. */
export async function termsInWorker({ signal, ...order }: TermsOrder): Promise<TermTable> {
  const answer = await asked({ study: 'terms', ...order }, signal)
  if ('terms' in answer) return answer.terms
  throw new Error('the worker answered something else')
}

function asked(order: StudyOrder, signal: AbortSignal): Promise<Exclude<StudyAnswer, { fault: string }>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: order.study })
    const end = (): void => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = (): void => {
      end()
      reject(new DOMException('Aborted', 'AbortError'))
    }
    signal.addEventListener('abort', stop)
    worker.addEventListener('message', ({ data }: MessageEvent<StudyAnswer>) => {
      end()
      if ('fault' in data) reject(new Error(data.fault))
      else resolve(data)
    })
    worker.addEventListener('error', ({ message }) => {
      end()
      reject(new Error(message === '' ? 'The worker could not be started' : message))
    })
    worker.postMessage(order, [])
  })
}
