/*
 * Parts a labelled sample in two: `npx tsx bench/classes/split.ts FILE` writes tuning.json and held-back.json beside this
 * file. By label and pair, a third of each is held back, chosen by seed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SEED, shuffled } from './chance.ts'
import { LABELS, labelledChange, type LabelledChange, type SampleFile } from './sample.ts'
import { PAIRS } from './texts.ts'

/** One change a line, so that a corrected label is one line of a diff. */
function write(name: SampleFile, changes: readonly LabelledChange[]): void {
  const lines = changes.toSorted((one, other) => one.id.localeCompare(other.id)).map((change) => ` ${JSON.stringify(change)}`)
  writeFileSync(join(import.meta.dirname, `${name}.json`), `[\n${lines.join(',\n')}\n]\n`)
  console.log(`${name}: ${changes.length}`)
}

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('name the file of labelled changes')
const labelled = z.array(labelledChange).parse(JSON.parse(readFileSync(file, 'utf8')))
const strata = LABELS.flatMap((label) =>
  PAIRS.map((pair) => labelled.filter((change) => change.label === label && String(change.pair) === String(pair))),
)
/** Strata run on into one another, so that what is left over of small ones is a third in all too. */
const inTurn = strata.flatMap((changes, i) => shuffled(changes, SEED + i))
write('tuning', inTurn.filter((_, i) => i % 3 !== 2))
write('held-back', inTurn.filter((_, i) => i % 3 === 2))
