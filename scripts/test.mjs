// `npm test`: installs what is missing, then runs types, lint, unit, architecture, simulation and browser tests.
// The closing line is counted from the reports that the runners write.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureBrowser, ensureBuilt, ensureInstalled, root, run } from './prepare.mjs'

checkNode()
const startedAt = Date.now()
await ensureInstalled({ dev: true })
const browser = await ensureBrowser()
await ensureBuilt()

const reports = join(root, 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const tally = { passed: 0, failed: 0, skipped: 0 }
const node = (path, ...args) => run(process.execPath, [join(root, 'node_modules', path), ...args], { env: { ...process.env, TRAVAUX_BROWSER: browser } })

async function stage(name, work) {
  const began = Date.now()
  process.stdout.write(`\n── ${name}\n`)
  const code = await work()
  process.stdout.write(`── ${name}: ${code === 0 ? 'ok' : `failed (exit ${code})`}, ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  return code
}

/** A check with no report of its own counts as one test. */
async function check(name, work) {
  const code = await stage(name, work)
  tally[code === 0 ? 'passed' : 'failed'] += 1
}

async function suite(name, ...args) {
  const report = join(reports, `${name}.json`)
  const code = await stage(name, () => node('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args))
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  tally.passed += counts.numPassedTests ?? 0
  tally.failed += counts.numFailedTests ?? 0
  tally.skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0)
  // A file that could not be loaded, or a runner that died, fails without a failed test to count.
  if (code !== 0 && !(counts.numFailedTests > 0)) tally.failed += 1
}

await check('types', () => node('typescript/bin/tsc', '--noEmit'))
await check('lint', () => node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'))
await suite('unit')
await suite('browser', '--config', 'tests/e2e/vitest.config.ts')

process.stdout.write(`\nall of it took ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`)
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`)
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1)
