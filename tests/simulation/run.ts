import { parseArgs } from 'node:util'
import { runSeed } from './script.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '100000' }, verbose: { type: 'boolean', default: false } } })
const [runs, first] = [Number(values.runs), Number(values.seed)]
const started = performance.now()
const faults: number[] = []
let made = 0
let doubled = 0
const doubledSeeds: number[] = []
for (let seed = first; seed < first + runs; seed++) {
  const { fault, tally } = runSeed(seed)
  made += tally?.made ?? 0
  if (tally && tally.doubled.length > 0) {
    doubled += tally.doubled.length
    doubledSeeds.push(seed)
  }
  if (fault === null) continue
  faults.push(seed)
  console.log(`seed ${seed}: ${values.verbose ? fault : fault.slice(0, 300)}`)
}
console.log(
  `${runs} runs from seed ${first}: ${faults.length} faults${faults.length > 0 ? ` (${faults.join(', ')})` : ''}; ${made} characters typed, none lost in the others; ` +
    `${doubled} stand twice in ${doubledSeeds.length} runs (${doubledSeeds.slice(0, 20).join(', ')}); ${Math.round((performance.now() - started) / 1000)} s`,
)
process.exitCode = faults.length > 0 ? 1 : 0
