import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const patchField = z.tuple([z.number(), z.number(), z.string()]).rest(z.unknown())
const sequentialField = z.object({ endContent: z.string(), txns: z.array(z.object({ patches: z.array(patchField) })) })
const concurrentField = z.object({
  endContent: z.string(),
  numAgents: z.number(),
  txns: z.array(z.object({ parents: z.array(z.number()), agent: z.number(), patches: z.array(patchField) })),
})

/** At `at`, `removed` characters gave way to `added`; a line break is a character. */
export type Patch = Readonly<{ at: number; removed: number; added: string }>

/** What one person typed, in order. */
export type SequentialTrace = Readonly<{ endContent: string; patches: readonly Patch[] }>

/** What several typed at the same time: each act was done by `agent` on a page that held its `parents` and what they knew. */
export type ConcurrentTrace = Readonly<{
  endContent: string
  agents: number
  acts: readonly Readonly<{ parents: readonly number[]; agent: number; patches: readonly Patch[] }>[]
}>

const patchesOf = (raw: readonly z.infer<typeof patchField>[]): readonly Patch[] => raw.map(([at, removed, added]) => ({ at, removed, added }))

export function sequentialTrace(raw: unknown): SequentialTrace {
  const { endContent, txns } = sequentialField.parse(raw)
  return { endContent, patches: txns.flatMap(({ patches }) => patchesOf(patches)) }
}

export function concurrentTrace(raw: unknown): ConcurrentTrace {
  const { endContent, numAgents, txns } = concurrentField.parse(raw)
  return { endContent, agents: numAgents, acts: txns.map(({ parents, agent, patches }) => ({ parents, agent, patches: patchesOf(patches) })) }
}

/** The recorded trace `name` of the corpus, parsed; null, said aloud, where there is no corpus. */
export function recorded(name: string): unknown {
  const file = resolve(process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus', 'traces', `${name}.json.gz`)
  if (existsSync(file)) return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))
  console.warn(`SKIPPED: no ${file}, so the trace ${name} is not replayed. Set TRAVAUX_CORPUS.`)
  return null
}
