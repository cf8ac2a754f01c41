// `npm run bench [NAME …] [--FLAG …]`: installs the peers it measures against, runs every bench/*.bench.ts (or those named) with
// the flags, one after the other, prints their tables and keeps the figures in reports/bench/<name>.json.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureBrowser, ensureBuilt, ensureInstalled, root, run } from './prepare.mjs'

checkNode()
await ensureInstalled({ dev: true })
await ensureInstalled({ folder: join(root, 'bench') })
await ensureBuilt()
const browser = await ensureBrowser()
mkdirSync(join(root, 'reports', 'bench'), { recursive: true })

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
let failed = 0
for (const name of names) {
  process.stdout.write(`\n── ${name}\n`)
  const env = { ...process.env, TRAVAUX_BROWSER: browser, TRAVAUX_BENCH_REPORT: join(root, 'reports', 'bench', `${name}.json`) }
  const code = await run(process.execPath, ['--expose-gc', '--import', 'tsx', join('bench', `${name}.bench.ts`), ...flags], { env })
  if (code !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
