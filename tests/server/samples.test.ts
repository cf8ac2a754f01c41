import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { clauseIdsFrom, LANGUAGES, NUMBERING_STYLES, type ClauseText, type NewClauseId } from '#shared/clauses/index.ts'
import { readText, wordsOf, type ImportResult } from '#shared/formats/index.ts'
import { TEXT_KINDS } from '#shared/rights/index.ts'

const folder = 'server/samples'
const files = ['rolling-text.txt', 'draft-comprehensive.txt', 'draft-budapest-manner.txt'] as const
type File = (typeof files)[number]

/** Ids counted up in base 36: the n-th id holds the digits of n. */
const countedIds = (): NewClauseId => {
  let drawn = 0
  return clauseIdsFrom((below) => {
    const draw = drawn++
    return Math.floor(Math.floor(draw / 10) / below ** (draw % 10)) % below
  })
}
const importOf = (file: File): ImportResult =>
  readText(readFileSync(join(folder, file), 'utf8'), { newId: countedIds(), language: 'en' })
const imports = new Map(files.map((file) => [file, importOf(file)]))
const imported = (file: File): ImportResult => imports.get(file) ?? importOf(file)
const textOf = (file: File): ClauseText => imported(file).text

const CHAPTERS = [
  'General provisions',
  'Criminalization',
  'Procedural measures and law enforcement',
  'International cooperation',
  'Technical assistance',
  'Preventive measures',
  'Mechanism of implementation',
  'Final provisions',
]
/** The Council of Europe writes `criminalisation` and `co-operation`. */
const inUnSpelling = (heading: string): string => heading.replace('isation', 'ization').replace('co-op', 'coop')

describe.each(files)('the sample %s', (file) => {
  const { text, report } = imported(file)

  test('has at least 30 articles, each with its title, and is recognised whole', () => {
    const articles = text.clauses.filter(({ kind }) => kind === 'article')
    expect(articles.length).toBeGreaterThanOrEqual(30)
    expect(articles.filter((article) => article.text === '')).toEqual([])
    expect(report.unrecognised).toEqual([])
    expect(report.wordsRecognised).toBe(report.wordsIn)
  })

  test('has a title, all nine chapters of the case in their order, and ends with a testimonium', () => {
    const has = (kind: string): boolean => text.clauses.some((clause) => clause.kind === kind)
    expect(['title', 'preamble', 'enacting', 'testimonium'].filter((kind) => !has(kind))).toEqual([])
    expect(text.clauses.filter(({ kind }) => kind === 'chapter').map((chapter) => inUnSpelling(chapter.text))).toEqual(CHAPTERS)
  })

  test('numbers itself: every printed number is the one that follows from its place', () => {
    expect(text.clauses.filter(({ number }) => number !== null).map((clause) => clause.text)).toEqual([])
  })

  test('cites only articles that it has', () => {
    const articles = text.clauses.filter(({ kind }) => kind === 'article').length
    const cited = text.clauses.flatMap((clause) =>
      [...clause.text.matchAll(/\barticles? ((?:\d+(?:, | to | or | and )?)+)/giu)].flatMap(([, numbers]) => numbers?.match(/\d+/g) ?? []),
    )
    expect(cited.length).toBeGreaterThan(5)
    expect(cited.map(Number).filter((number) => number < 1 || number > articles)).toEqual([])
  })

  test('has 4,500 to 8,000 words', () => {
    expect(report.wordsIn).toBeGreaterThan(4500)
    expect(report.wordsIn).toBeLessThan(8000)
  })
})

describe('the three samples together', () => {
  const provisions = (file: File): readonly string[] =>
    textOf(file).clauses.map(({ text }) => text).filter((text) => wordsOf(text).length >= 8)

  test.each(['draft-comprehensive.txt', 'draft-budapest-manner.txt'] as const)('the rolling text shares clauses word for word with %s, and differs in others', (draft) => {
    const rolling = new Set(provisions('rolling-text.txt'))
    const shared = provisions(draft).filter((text) => rolling.has(text))
    expect(shared.length).toBeGreaterThanOrEqual(8)
    expect(shared.length).toBeLessThan(provisions(draft).length / 2)
  })

  test('bring every form that a comparison and a page must show', () => {
    const kinds = new Set(files.flatMap((file) => textOf(file).clauses.map(({ kind }) => kind)))
    const wanted = ['recital', 'chapeau', 'paragraph', 'subparagraph', 'item', 'definition', 'closing', 'section', 'subsection', 'annex'] as const
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([])
    expect(files.map((file) => textOf(file).settings.style)).toEqual(['un', 'un', 'coe'])
  })

  test('have no square brackets', () => {
    expect(files.filter((file) => /[[\]]/.test(readFileSync(join(folder, file), 'utf8')))).toEqual([])
  })
})

describe('the sample negotiation', () => {
  const plan = z
    .object({
      title: z.string().min(1),
      chapters: z.array(z.object({ key: z.string(), title: z.string(), dueInDays: z.number().int() })),
      texts: z.array(
        z.object({
          file: z.enum(files),
          title: z.string().min(1),
          kind: z.enum(TEXT_KINDS),
          submitter: z.string().min(1),
          receivedDaysAgo: z.number().int().nonnegative(),
          chapters: z.array(z.string()),
          language: z.enum(LANGUAGES),
          style: z.enum(NUMBERING_STYLES),
        }),
      ),
      delegations: z.array(z.string().min(1)),
    })
    .strict()
    .parse(JSON.parse(readFileSync(join(folder, 'negotiation.json'), 'utf8')))
  const submitted = plan.texts.filter(({ kind }) => kind === 'submitted')
  test('describes every text as the import finds it, by delegations and chapters that it names', () => {
    const keys = new Set(plan.chapters.map(({ key }) => key))
    expect(plan.texts.map(({ file }) => file)).toEqual([...files])
    expect(plan.texts.map(({ style }) => style)).toEqual(files.map((file) => textOf(file).settings.style))
    expect(plan.texts.flatMap(({ chapters }) => chapters).filter((key) => !keys.has(key))).toEqual([])
    expect(plan.texts.map(({ submitter }) => submitter).filter((name) => !plan.delegations.includes(name))).toEqual([])
  })

  test('shows contributions received in time, late, missing and awaited, in two waves of deadlines', () => {
    const states = submitted.flatMap(({ chapters, receivedDaysAgo }) =>
      plan.chapters.map(({ key, dueInDays }) => {
        if (chapters.includes(key)) return -receivedDaysAgo <= dueInDays ? 'received' : 'late'
        return dueInDays < 0 ? 'missing' : 'awaited'
      }),
    )
    expect([...new Set(states)].toSorted()).toEqual(['awaited', 'late', 'missing', 'received'])
    expect(new Set(plan.chapters.map(({ dueInDays }) => dueInDays)).size).toBe(2)
  })
})

const treaties = join(process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus', 'treaties')
const corpus = existsSync(treaties) ? readdirSync(treaties).filter((name) => name.endsWith('.txt')) : []
if (corpus.length === 0) console.warn(`SKIPPED: no treaties in ${treaties}, so the samples are not checked for borrowed sentences. Set TRAVAUX_CORPUS.`)

describe.skipIf(corpus.length === 0)('the samples and the treaties of the corpus', () => {
  /** Stricter than whole sentences: no run of this many words. The vocabulary of the genre fits below it. */
  const BORROWED_WORDS = 12
  const runsOf = (wording: string): readonly string[] => {
    const words = wordsOf(wording)
    return words.slice(BORROWED_WORDS - 1).map((_, from) => words.slice(from, from + BORROWED_WORDS).join(' '))
  }

  test('share no run of twelve words', () => {
    const known = new Set(corpus.flatMap((name) => runsOf(readFileSync(join(treaties, name), 'utf8'))))
    expect(known.size).toBeGreaterThan(10_000)
    const borrowed = files.flatMap((file) => textOf(file).clauses.flatMap(({ text }) => runsOf(text).filter((run) => known.has(run)).map((run) => `${file}: ${run}`)))
    expect(borrowed).toEqual([])
  })
})
