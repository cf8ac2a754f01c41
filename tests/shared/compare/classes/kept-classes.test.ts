import { expect, test } from 'vitest'
import type { ClauseText } from '#shared/clauses/index.ts'
import { Comparer, compareTexts } from '#shared/compare/index.ts'
import { countingIds, textOf, type Sketch } from '../texts.ts'

/** The classes of clause 1 before and after clause `at` reads `text` as well; each as `compareTexts` has them. */
function classesOfFirst({ base, revised }: Readonly<{ base: readonly Sketch[]; revised: readonly string[] }>, at: number, text: string) {
  const from = textOf(base, countingIds(1))
  const reading = (texts: readonly string[]): ClauseText => ({ ...from, clauses: from.clauses.map((clause, i) => ({ ...clause, text: texts[i] ?? clause.text })) })
  const comparer = new Comparer(from)
  return [reading(revised), reading(revised.with(at, text))].map((to) => {
    const { classes } = comparer.update(to)
    expect(classes).toEqual(compareTexts(from, to).classes)
    return classes.rows[1]?.class
  })
}

const vessels: Sketch[] = [
  { kind: 'article', text: 'Harbours' },
  { kind: 'paragraph', text: 'Each vessel waits in the harbour for its porcelain.' },
  { kind: 'paragraph', text: 'The harbour is open to every vessel with a cargo of pepper, nutmeg, cinnamon, saffron, vanilla and cardamom.' },
]
const wordings = (sketches: readonly Sketch[]): string[] => sketches.map(({ text }) => text)

test('[IC4] a misprint is one no longer when its word comes to stand elsewhere', () => {
  const revised = wordings(vessels).with(1, 'Each vessel waits in the harbour for its porcelian.')
  expect(classesOfFirst({ base: vessels, revised }, 2, 'The harbour is open to every vessel with a cargo of porcelian or of porcelain.')).toEqual(['editorial', 'substance'])
})

test('[IC4] words put in have moved once they are struck near by', () => {
  const revised = wordings(vessels).with(1, 'Each vessel with a cargo of pepper, nutmeg, cinnamon, saffron, vanilla and cardamom waits in the harbour for its porcelain.')
  expect(classesOfFirst({ base: vessels, revised }, 2, 'The harbour is open to every vessel.')).toEqual(['substance', 'editorial'])
})

test('[IC4] what leads into a clause may excuse its words no longer', () => {
  const base: Sketch[] = [
    { kind: 'chapeau', text: 'Each captain of a vessel that enters the harbour:' },
    { kind: 'subparagraph', depth: 1, text: 'the captain of the vessel waits for the pilot;' },
    { kind: 'subparagraph', depth: 1, text: 'declares the cargo.' },
  ]
  const revised = wordings(base).with(1, 'waits for the pilot;')
  expect(classesOfFirst({ base, revised }, 0, 'Whoever enters the harbour:')).toEqual(['editorial', 'substance'])
})
