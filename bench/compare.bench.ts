/*
 * The comparison of two texts: alignment against what people aligned, edits that are known, redlines, speed and memory of
 * the largest pair, and two pairs end to end against whole-text diffs. Needs the corpus (`TRAVAUX_CORPUS`) for all but the
 * last. `--errors` names the error cases; `--seeds=N` how many sittings for each text (20).
 */
import { existsSync } from 'node:fs'
import { alignmentFigures } from './compare/alignment.ts'
import { endToEndFigures } from './compare/end-to-end.ts'
import { corpusFolder } from './compare/gold.ts'
import { redlineFigures } from './compare/redlines.ts'
import { syntheticFigures } from './compare/sittings.ts'
import { speedFigures } from './compare/speed.ts'
import { report, type Figure } from './report.ts'

const showErrors = process.argv.includes('--errors')
const seeds = Number(process.argv.find((flag) => flag.startsWith('--seeds='))?.slice('--seeds='.length) ?? 20)

const figures: Figure[] = []
async function part(title: string, measure: () => readonly Figure[] | Promise<readonly Figure[]>): Promise<void> {
  console.log(`\n${title}`)
  figures.push(...(await measure()))
}

if (existsSync(`${corpusFolder()}/gold`)) {
  await part('Speed and memory', speedFigures)
  await part('Alignment', () => alignmentFigures(showErrors))
  await part('Redlines', redlineFigures)
  await part('Known edits', () => syntheticFigures({ seeds, showErrors }))
} else console.warn('The corpus is not there: only the comparison end to end is measured')
await part('End to end', endToEndFigures)
report('Comparison', figures)
