import { existsSync } from 'node:fs'
import { labelsOf, type ClauseText } from '../../shared/clauses/index.ts'
import { corpusFolder, goldText, readGold } from '../compare/gold.ts'
import { clausesOf, fromCorpus } from '../support/corpus.ts'

/** A text of the corpus by its file; a side of a set of correspondences as `gold/NAME.json#left` or `#right`. */
export type TextFile = string

/** The pairs that the sample is drawn from, base before revised. */
export const PAIRS: readonly (readonly [base: TextFile, revised: TextFile])[] = [
  ['versions/antidoping-v2011-01-01-en.txt', 'versions/antidoping-v2013-01-01-en.txt'],
  ['versions/antidoping-v2013-01-01-en.txt', 'versions/antidoping-v2014-01-01-en.txt'],
  ['versions/antidoping-v2014-01-01-en.txt', 'versions/antidoping-v2015-06-25-en.txt'],
  ['versions/ai-act-1-commission-2021-04-regulation.txt', 'versions/ai-act-2-council-2022-12-regulation.txt'],
  ['versions/au-aml-ctf-act-2006-v2025-03-31.txt', 'versions/au-aml-ctf-act-2006-v2026-07-01.txt'],
  ['treaties/untoc-en.txt', 'treaties/uncac-en.txt'],
  ['treaties/budapest-ets185-en.txt', 'treaties/uncac-en.txt'],
  ['gold/eu-nice-lisbon.json#left', 'gold/eu-nice-lisbon.json#right'],
]

/** The pairs of the second sample: those of the first and two that it did not use. */
export const SECOND_PAIRS: typeof PAIRS = [
  ...PAIRS,
  ['treaties/un-terrorism-financing-1999-en.txt', 'treaties/untoc-en.txt'],
  ['treaties/budapest-ets185-en.txt', 'treaties/budapest-protocol1-ets189-en.txt'],
]

export const isCorpusAbsent = (): boolean => !existsSync(`${corpusFolder()}/versions`)

const GOLD = /^gold\/(?<name>.+)\.json#(?<side>left|right)$/v
const read = new Map<TextFile, ClauseText>()

/** The clauses of `file`, read once. Throws where the corpus does not have it: another text cannot stand in for it. */
export function textOf(file: TextFile): ClauseText {
  const known = read.get(file)
  if (known !== undefined) return known
  const gold = GOLD.exec(file)?.groups
  const text = gold === undefined ? plainText(file) : goldSide(gold['name'] ?? '', gold['side'] === 'left' ? 'left' : 'right')
  read.set(file, text)
  return text
}

/** Two texts of a pair need ids of their own: a clause that keeps its id is taken for the same. */
const seedOf = (file: TextFile): number => [...new Set(SECOND_PAIRS.flat())].indexOf(file) + 1

const plainText = (file: TextFile): ClauseText =>
  clausesOf(
    fromCorpus(file, file, () => {
      throw new Error(`${file} is not in the corpus at ${corpusFolder()}: set TRAVAUX_CORPUS`)
    }),
    seedOf(file),
  )

const goldSide = (name: string, side: 'left' | 'right'): ClauseText => goldText(readGold(name)[side].clauses, side === 'left' ? 'l' : 'r').text

/** The label of each clause as printed, by place in the text; empty where a clause has none. */
export function printedLabels({ clauses, settings }: ClauseText): readonly string[] {
  const labels = labelsOf(clauses, settings)
  return clauses.map(({ id }) => labels.get(id)?.text ?? '')
}
