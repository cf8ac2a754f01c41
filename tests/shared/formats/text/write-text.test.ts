import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseText, LabelSettings } from '#shared/clauses/index.ts'
import { readText, writeText } from '#shared/formats/index.ts'
import { idsInOrder, outlineOf, wordsOut } from '../reading.ts'
import {
  COE_ENGLISH,
  UN_ENGLISH,
  annex,
  article,
  chapeau,
  chapter,
  closing,
  definition,
  enacting,
  item,
  numbered,
  par,
  preamble,
  recital,
  section,
  sub,
  subsection,
  testimonium,
  title,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

const textOf = (settings: LabelSettings, ...drafts: readonly Draft[]): ClauseText => ({ title: '', settings, clauses: treaty(...drafts) })

test('[FM24] a block for each clause, with its label', () => {
  const text = textOf(UN_ENGLISH, title('Rivers'), chapter('Duties', article('', par('Each Party shall:', sub('act;')), par('No harm.'))))
  expect(writeText(text)).toBe('Rivers\n\nChapter I – Duties\n\nArticle 1\n\n1. Each Party shall:\n\n  (a) act;\n\n2. No harm.\n')
})

test('[FM24] bare labels are set off by a tab', () => {
  const text = textOf(COE_ENGLISH, article('Duties', par('Each Party shall:', sub('act;')), par('No harm.')))
  expect(writeText(text)).toBe('Article 1 – Duties\n\n1\tEach Party shall:\n\n  a\tact;\n\n2\tNo harm.\n')
})

test('[FM24] nothing gives nothing', () => {
  expect(writeText(textOf(UN_ENGLISH))).toBe('')
})

const sentence = fc
  .array(fc.constantFrom('The', 'Parties', 'shall', 'consult', 'measures', 'under', 'article 5', 'paragraph 2 (a)'), { minLength: 2, maxLength: 8 })
  .map((words) => `The ${words.join(' ')}`)
const full = sentence.map((words) => `${words}.`)
const entry = sentence.map((words) => `${words};`)
const intro = sentence.map((words) => `${words}:`)
const heading = fc.constantFrom('Scope', 'Duties of the Parties', 'International cooperation', 'Use of force')

const items = fc.array(entry, { minLength: 2, maxLength: 12 }).map((entries) => entries.map((words) => item(words)))
const subparagraph = fc.oneof(
  { weight: 3, arbitrary: entry.map((words) => sub(words)) },
  { weight: 1, arbitrary: fc.tuple(intro, items).map(([words, below]) => sub(words, ...below)) },
)
const subparagraphs = fc.array(subparagraph, { minLength: 2, maxLength: 12 })
const ending = fc.option(full.map((words) => closing(`to the extent that ${words.toLowerCase()}`)), { nil: null })
const listed = fc.tuple(subparagraphs, ending).map(([list, end]) => (end === null ? list : [...list, end]))
const paragraph = fc.oneof(
  { weight: 3, arbitrary: full.map((words) => par(words)) },
  { weight: 1, arbitrary: fc.tuple(intro, listed).map(([words, below]) => par(words, ...below)) },
  { weight: 1, arbitrary: full.map((words) => numbered('1 bis', par(words))) },
)
const definitions = fc
  .array(fc.constantFrom('river', 'Party', 'area'), { minLength: 1, maxLength: 9 })
  .map((terms) => article('Use of terms', chapeau('For the purposes of this Convention:', ...terms.map((term) => definition(`“${term}” means flowing water;`)))))
const body = fc.oneof(
  fc.tuple(heading, full).map(([title, words]) => article(title, par(words))),
  fc.tuple(heading, full, fc.array(paragraph, { minLength: 1, maxLength: 11 })).map(([title, first, rest]) => article(title, par(first), ...rest)),
  fc.tuple(heading, intro, listed).map(([title, words, list]) => article(title, chapeau(words, ...list))),
  full.map((words) => numbered('4 bis', article('', par(words)))),
  definitions,
)
const articles = fc.array(body, { minLength: 1, maxLength: 5 })
const divided = fc.oneof(
  fc.tuple(heading, articles).map(([title, below]) => chapter(title, ...below)),
  fc.tuple(heading, heading, articles).map(([title, inner, below]) => chapter(title, section(inner, subsection('Common rules', ...below)))),
)
const draft = fc
  .record({ chapters: fc.array(divided, { minLength: 1, maxLength: 4 }), recitals: fc.array(sentence, { maxLength: 3 }), hasAnnex: fc.boolean(), isCoe: fc.boolean() })
  .map(({ chapters, recitals, hasAnnex, isCoe }): ClauseText =>
    textOf(
      isCoe ? COE_ENGLISH : UN_ENGLISH,
      title('Convention on Rivers'),
      preamble('Preamble', ...recitals.map((words) => recital(`Recalling that ${words},`)), enacting('Have agreed as follows:')),
      ...chapters,
      testimonium('IN WITNESS WHEREOF the undersigned have signed this Convention.'),
      ...(hasAnnex ? [annex('List of rivers', par('The first.'), par('The second.'))] : []),
    ),
  )

test('[FM24] written and read again, kinds, labels and words are the same', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const again = readText(writeText(text), { newId: idsInOrder() }).text
      expect(outlineOf(again).map(wordsOnly)).toEqual(outlineOf(text).map(wordsOnly))
      expect(wordsOut(again)).toEqual(wordsOut(text))
    }),
    { numRuns: 300 },
  )
})

/** A text without bare labels may be read in the other style: its labels are then dressed otherwise, not worded. */
const wordsOnly = (line: string): string => line.replace(/\[\(?([\w ]+?)[).]?\]/u, '[$1]').replace(/\[Title /u, '[Subsection ')
