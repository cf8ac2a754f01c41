/*
 * How the classes of changes compare with the labelled sample (bench/classes/RULES.md): precision and recall by class, the
 * confusion matrix, and the errors by id, on tuning.json. `npm run bench -- classes --held-back` gives the same figures for the
 * third that is held back, without ids, and is run once, when the rules are done; `--second` does so on the sample that was
 * drawn and labelled after that.
 */
import { performance } from 'node:perf_hooks'
import { corpusFolder } from './compare/gold.ts'
import { judged, pairTimes, type Judged } from './classes/judged.ts'
import { LABELS, readSample, resolved, SAMPLE_FILES, type LabelledChange, type SampleFile } from './classes/sample.ts'
import { isCorpusAbsent, SECOND_PAIRS } from './classes/texts.ts'

function counts(name: SampleFile, changes: readonly LabelledChange[]): void {
  console.log(`\n${name}: ${changes.length} changes, ${changes.filter(({ doubtful }) => doubtful).length} doubtful`)
  console.table(
    [...SECOND_PAIRS.map((pair) => ({ pair: pair.join(' → '), of: changes.filter((change) => String(change.pair) === String(pair)) })), { pair: 'all', of: changes }]
      .filter(({ of }) => of.length > 0)
      .map(({ pair, of }) => ({ pair, ...Object.fromEntries(LABELS.map((label) => [label, of.filter((change) => change.label === label).length])), all: of.length })),
  )
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))

function figures(title: string, all: readonly Judged[]): void {
  console.log(`\n${title}: ${all.length} changes; rows are labels, columns what the rules say`)
  const count = (label: string, found: string): number => all.filter(({ change, verdict }) => change.label === label && verdict.class === found).length
  console.table(
    LABELS.map((label) => ({
      label,
      ...Object.fromEntries(LABELS.map((found) => [`→ ${found}`, count(label, found)])),
      precision: share(count(label, label), all.filter(({ verdict }) => verdict.class === label).length),
      recall: share(count(label, label), all.filter(({ change }) => change.label === label).length),
    })),
  )
}

const name: SampleFile = process.argv.includes('--second') ? 'second-held-back' : process.argv.includes('--held-back') ? 'held-back' : 'tuning'
if (isCorpusAbsent()) {
  for (const file of SAMPLE_FILES) counts(file, readSample(file))
  console.warn(`\n!! No corpus at ${corpusFolder()} (TRAVAUX_CORPUS): neither places nor classes were checked.\n`)
} else {
  const sample = readSample(name)
  counts(name, sample)
  const began = performance.now()
  const all = judged(resolved(sample))
  console.log(`\nAll ${all.length} places have the words that were labelled (${Math.round(performance.now() - began)} ms).`)
  figures('all', all)
  figures('without the doubtful', all.filter(({ change }) => change.doubtful !== true))
  if (name === 'tuning') {
    const wrong = all.filter(({ change, verdict }) => change.label !== verdict.class)
    console.log(`\n${wrong.length} errors:`)
    console.table(wrong.map(({ change, verdict }) => ({ id: change.id, label: change.label, doubtful: change.doubtful === true ? '?' : '', found: verdict.class, by: verdict.grounds.map(({ aspect }) => aspect).join(', '), form: change.form })))
    console.log('\nClassifying all changes of a pair, and the whole comparison with it, in ms (least of several):')
    console.table(pairTimes())
  }
}
