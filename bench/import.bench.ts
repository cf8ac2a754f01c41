/*
 * How long it takes to turn a file into clauses. No library reads treaties, so nothing here is a peer: beside each figure
 * stands the least that any reader must do, which is to split the same source into lines and words (or, for HTML, to parse it).
 */
import { parse } from 'parse5'
import { readHtml, readText } from '../shared/formats/index.ts'
import { median, report, timed, type Figure } from './report.ts'
import { comprehensiveSample, fromCorpus, rollingSample, seededIds } from './support/corpus.ts'

const WORD = /\S+/g
const linesAndWords = (source: string): number => source.split('\n').reduce((count, line) => count + (line.match(WORD)?.length ?? 0), 0)

const texts = [
  fromCorpus('treaties/unclos-1982-en.txt', 'UNCLOS', rollingSample),
  fromCorpus('treaties/isa-draft-exploitation-regs-2025-12-23-en.txt', 'ISA draft regulations', comprehensiveSample),
  fromCorpus('treaties/uncac-en.txt', 'UNCAC', comprehensiveSample),
  rollingSample(),
]
const page = fromCorpus('html/eu-lisbon-oj-c115-2008-full.html', 'EU treaties, HTML', rollingSample)

const figures: Figure[] = []
for (const { name, source } of texts) {
  const words = linesAndWords(source)
  const ours = median(timed(() => readText(source, { newId: seededIds(1) })))
  const floor = median(timed(() => linesAndWords(source)))
  const result = readText(source, { newId: seededIds(1) })
  const what = `${name}: ${words} words → ${result.text.clauses.length} clauses`
  figures.push({ what, unit: 'ms', ours, peer: { name: 'floor: split into lines and words', value: floor } })
  figures.push({ what: `${name}, rate`, unit: 'words/ms', ours: words / ours, peer: null })
}
if (page.file.endsWith('.html')) {
  const { source } = page
  const kilobytes = Math.round(source.length / 1024)
  const ours = median(timed(() => readHtml(source, { newId: seededIds(1) }), { rounds: 5, warmup: 2 }))
  const parsing = median(timed(() => parse(source), { rounds: 5, warmup: 2 }))
  figures.push({ what: `${page.name}, ${kilobytes} kB`, unit: 'ms', ours, peer: { name: 'floor: parse5 alone, which is part of ours', value: parsing } })
}
report('Import: source to clauses, median of warm runs', figures)
