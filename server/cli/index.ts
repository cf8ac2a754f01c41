import { nodeFault } from '../node-version.ts'

const fault = nodeFault(process.versions.node)
if (fault === null) {
  // What is kept in the data folder is its owner's alone; a comparison is written as its reader writes everything else.
  if (process.argv[2] !== 'compare') process.umask(0o077)
  const [{ run }, { processOutside }] = await Promise.all([import('./run.ts'), import('../serve.ts')])
  await run(process.argv.slice(2), processOutside)
} else {
  process.stderr.write(`travaux: ${fault}\n`)
  process.exitCode = 1
}
