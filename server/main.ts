import { nodeFault } from './node-version.ts'

const fault = nodeFault(process.versions.node)
if (fault === null) {
  // Only now: an old Node could not even read the rest.
  const { processOutside, serve } = await import('./serve.ts')
  await serve(processOutside)
} else {
  process.stderr.write(`travaux: ${fault}\n`)
  process.exitCode = 1
}
