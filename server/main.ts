import { nodeFault } from './node-version.ts'

const fault = nodeFault(process.versions.node)
if (fault === null) {
  process.umask(0o077) // what is kept in the data folder is its owner's alone
  // Only now: an old Node could not even read the rest.
  const { processOutside, serve } = await import('./serve.ts')
  await serve(processOutside)
} else {
  process.stderr.write(`travaux: ${fault}\n`)
  process.exitCode = 1
}
