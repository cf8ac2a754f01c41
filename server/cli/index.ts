import { nodeFault } from '../node-version.ts'

const fault = nodeFault(process.versions.node)
if (fault === null) {
  process.umask(0o077) // what is kept in the data folder is its owner's alone
  const [{ run }, { processOutside }] = await Promise.all([import('./run.ts'), import('../serve.ts')])
  await run(process.argv.slice(2), processOutside)
} else {
  process.stderr.write(`travaux: ${fault}\n`)
  process.exitCode = 1
}
