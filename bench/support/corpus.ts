import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { clauseIdsFrom, type ClauseText } from '../../shared/clauses/index.ts'
import { readText } from '../../shared/formats/index.ts'

/** A text to measure with: what to call it, and its source. */
export type Source = Readonly<{ name: string; file: string; source: string }>

const CORPUS = resolve(process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus')
const SAMPLES = resolve('server/samples')

const read = (folder: string, file: string, name: string): Source => ({ name, file, source: readFileSync(join(folder, file), 'utf8') })

export const rollingSample = (): Source => read(SAMPLES, 'rolling-text.txt', 'sample, rolling text')
export const comprehensiveSample = (): Source => read(SAMPLES, 'draft-comprehensive.txt', 'sample, comprehensive draft')
export const budapestMannerSample = (): Source => read(SAMPLES, 'draft-budapest-manner.txt', 'sample, Budapest manner')

const sampleFile = z.object({ texts: z.array(z.object({ file: z.string(), title: z.string() })) })

/** The text of the sample negotiation that is called `title`. */
export function sampleCalled(title: string): Source {
  const { texts } = sampleFile.parse(JSON.parse(readFileSync(join(SAMPLES, 'negotiation.json'), 'utf8')))
  const text = texts.find((one) => one.title === title)
  if (text === undefined) throw new Error(`the sample has no text called “${title}”`)
  return read(SAMPLES, text.file, `sample, ${title}`)
}

/** `file` of the corpus under `name`; where the corpus has none, says so and answers `instead`. */
export function fromCorpus(file: string, name: string, instead: () => Source): Source {
  if (existsSync(join(CORPUS, file))) return read(CORPUS, file, name)
  const taken = instead()
  console.warn(`\n!! ${file} is not in the corpus at ${CORPUS} (TRAVAUX_CORPUS): measured with “${taken.name}” instead.\n`)
  return taken
}

/** A maker of clause ids that makes the same ones in every run. `seed` is a whole number; two texts need two. */
export function seededIds(seed: number): ReturnType<typeof clauseIdsFrom> {
  let state = seed
  return clauseIdsFrom((below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  })
}

export const clausesOf = ({ source }: Source, seed: number): ClauseText => readText(source, { newId: seededIds(seed) }).text

/** The wording alone, a clause a line: what a comparison of plain texts is given. */
export const wordingOf = ({ clauses }: ClauseText): string => clauses.map(({ text }) => text).join('\n')
