import { provenanceOf } from '#shared/provenance/index.ts'
import { termTable } from '#shared/terms/index.ts'
import type { StudyAnswer, StudyOrder } from './order.ts'

const answer = (value: StudyAnswer): void => self.postMessage(value, { transfer: [] })

self.addEventListener('message', ({ data }: MessageEvent<StudyOrder>) => {
  try {
    if (data.study === 'provenance') answer({ provenance: provenanceOf(data.text, data.library) })
    else answer({ terms: termTable(data.texts) })
  } catch (fault) {
    answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
})
