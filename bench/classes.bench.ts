/*
 * The labelled sample of changes (bench/classes/RULES.md): that every place still has the words that were labelled, and how
 * many changes have which label.
 */
import { corpusFolder } from './compare/gold.ts'
import { LABELS, readSample, resolved, type LabelledChange, type SampleFile } from './classes/sample.ts'
import { isCorpusAbsent, PAIRS } from './classes/texts.ts'

function counts(name: SampleFile, changes: readonly LabelledChange[]): void {
  console.log(`\n${name}: ${changes.length} changes, ${changes.filter(({ doubtful }) => doubtful).length} doubtful`)
  console.table(
    [...PAIRS.map((pair) => ({ pair: pair.join(' → '), of: changes.filter((change) => String(change.pair) === String(pair)) })), { pair: 'all', of: changes }].map(
      ({ pair, of }) => ({ pair, ...Object.fromEntries(LABELS.map((label) => [label, of.filter((change) => change.label === label).length])), all: of.length }),
    ),
  )
}

const samples = (['tuning', 'held-back'] as const).map((name) => ({ name, changes: readSample(name) }))
for (const { name, changes } of samples) counts(name, changes)
if (isCorpusAbsent()) {
  console.warn(`\n!! No corpus at ${corpusFolder()} (TRAVAUX_CORPUS): the places of the sample were not checked.\n`)
} else {
  const found = samples.flatMap(({ changes }) => resolved(changes))
  console.log(`\nAll ${found.length} places have the words that were labelled.`)
}
