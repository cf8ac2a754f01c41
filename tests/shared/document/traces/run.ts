// `npm run traces`: replays every recorded trace of the corpus whole, and says of each whether its end is the recorded one.
import { replayConcurrent, replaySequential, type Ending } from './replay.ts'
import { concurrentTrace, recorded, sequentialTrace } from './trace.ts'

const SEQUENTIAL = ['trace-sequential-friendsforever_flat', 'trace-sequential-automerge-paper']
const CONCURRENT = ['trace-concurrent-friendsforever']

function replay(name: string, end: (raw: unknown) => Readonly<{ ending: Ending; endContent: string }>): void {
  const raw = recorded(name)
  if (raw === null) return
  const began = performance.now()
  const { ending, endContent } = end(raw)
  const same = ending.texts.size === 1 && ending.texts.has(endContent)
  console.log(`${name}: ${ending.patches} patches, ${same ? 'every replica reads the recorded text' : 'the texts DIFFER from the recorded one'}, ${Math.round((performance.now() - began) / 1000)} s`)
  if (!same) process.exitCode = 1
}

for (const name of SEQUENTIAL) {
  replay(name, (raw) => {
    const trace = sequentialTrace(raw)
    return { ending: replaySequential(trace, 100), endContent: trace.endContent }
  })
}
for (const name of CONCURRENT) {
  replay(name, (raw) => {
    const trace = concurrentTrace(raw)
    return { ending: replayConcurrent(trace), endContent: trace.endContent }
  })
}
