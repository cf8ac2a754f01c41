// `npm run faults -- [--kills N] [--frames N] [--seed S]`: the fault tests, the two long ones as long as said.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkNode, ensureInstalled, root, run } from './prepare.mjs'

checkNode()
await ensureInstalled({ dev: true })
const { values } = parseArgs({ options: { kills: { type: 'string' }, frames: { type: 'string' }, seed: { type: 'string' } } })
const asked = Object.entries(values).map(([name, value]) => [`FAULT_${name.toUpperCase()}`, value])
const wrong = asked.find(([, value]) => !/^\d+$/.test(value))
if (wrong !== undefined) throw new Error(`${wrong[0]} needs a whole number, not "${wrong[1]}"`)
// With a length given only the long test of that name runs.
const files = [values.kills === undefined ? [] : ['tests/faults/server-kill'], values.frames === undefined ? [] : ['tests/faults/frames']].flat()
const args = ['run', ...(files.length === 0 ? ['tests/faults'] : files)]
process.exitCode = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], { env: { ...process.env, ...Object.fromEntries(asked) } })
