import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseText } from '#shared/clauses/index.ts'
import { compareTexts, matrixOf, pairRowsOf, type Matrix, type PairLookup, type PairRow } from '#shared/compare/index.ts'
import { article, countingIds, editArb, edited, textOf, wildTextArb } from './texts.ts'

/** Compares each pair once, when it is first asked for. */
function lookupOf(texts: readonly ClauseText[], flipped: (pair: string) => boolean = () => false) {
  const known = new Map<string, readonly PairRow[]>()
  let made = 0
  const lookup: PairLookup = (one, other) => {
    const name = `${one} ${other}`
    const [base, revised] = [texts[one], texts[other]]
    if (base === undefined || revised === undefined) throw new Error(`no texts ${name}`)
    if (!known.has(name)) {
      made++
      const rows = flipped(name)
        ? pairRowsOf(compareTexts(revised, base)).map((row) => ({ ...row, base: row.revised, revised: row.base, relation: row.relation === 'added' ? ('removed' as const) : row.relation === 'removed' ? ('added' as const) : row.relation }))
        : pairRowsOf(compareTexts(base, revised))
      known.set(name, rows)
    }
    return known.get(name) ?? null
  }
  return { lookup, made: () => made }
}

const matrices = (texts: readonly ClauseText[], lookup: PairLookup): readonly Matrix[] =>
  texts.map((_, base) => matrixOf(texts.map(({ clauses }) => clauses), base, lookup))

/** Two to four texts, some with a common origin, brought in with ids of their own or not. */
const textsArb = fc
  .record({ first: wildTextArb(1), stranger: wildTextArb(2), edits: fc.array(fc.array(editArb, { maxLength: 8 }), { minLength: 1, maxLength: 2 }), keepsIds: fc.boolean() })
  .map(({ first, stranger, edits, keepsIds }) => {
    const versions = edits.map((list, at) => edited(first, list, countingIds(3 + at)))
    const rivals = versions.map((text, at) => {
      const newId = countingIds(6 + at)
      return keepsIds ? text : { ...text, clauses: text.clauses.map((clause) => ({ ...clause, id: newId() })) }
    })
    return [first, ...rivals, stranger]
  })

describe('any texts', () => {
  test('[MX1] [MX5] every clause stands in one cell of its column, whatever the base, and no pair is compared twice', () => {
    fc.assert(
      fc.property(textsArb, (texts) => {
        const { lookup, made } = lookupOf(texts)
        for (const { rows, waiting } of matrices(texts, lookup)) {
          expect(waiting).toEqual([])
          for (const [column, { clauses }] of texts.entries())
            expect(rows.flatMap(({ cells }) => cells[column]?.clause ?? []).sort((one, other) => one - other)).toEqual([...clauses.keys()])
          expect(rows.every(({ cells }) => cells.some((cell) => cell !== null))).toBe(true)
        }
        expect(made()).toBe((texts.length * (texts.length - 1)) / 2)
      }),
      { numRuns: 60 },
    )
  })

  test('[MX2] the base reads downwards, beside each clause its partner and the class of what differs', () => {
    fc.assert(
      fc.property(textsArb, (texts) => {
        const { lookup } = lookupOf(texts)
        for (const [base, { rows }] of matrices(texts, lookup).entries()) {
          const own = rows.filter(({ isOwn }) => isOwn)
          expect(own.map(({ cells }) => cells[base]?.clause)).toEqual([...(texts[base]?.clauses.keys() ?? [])])
          for (let column = base + 1; column < texts.length; column++) {
            const partners = new Map(lookup(base, column)?.map((row) => [row.base, row]))
            for (const { cells, differs } of own) {
              const row = partners.get(texts[base]?.clauses[cells[base]?.clause ?? -1]?.id ?? null)
              expect(texts[column]?.clauses[cells[column]?.clause ?? -1]?.id ?? null).toBe(row?.revised)
              expect(differs[column]).toBe(row?.class)
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('[MX6] it does not matter which side of a pair was compared as the base', () => {
    fc.assert(
      fc.property(textsArb, (texts) => {
        const places = (list: readonly Matrix[]) => list.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.clause ?? null)))
        // The pairs come in another order of rows; links of equal confidence may then group otherwise, so the base's rows are compared.
        const own = (list: readonly Matrix[]) => list.map(({ rows }) => places([{ rows: rows.filter(({ isOwn }) => isOwn), waiting: [] }]))
        expect(own(matrices(texts, lookupOf(texts, () => true).lookup))).toEqual(own(matrices(texts, lookupOf(texts).lookup)))
      }),
      { numRuns: 30 },
    )
  })
})

const LAW = {
  access: 'Each Party shall establish as an offence the access without right to the whole or any part of a computer system.',
  vessels: 'The master of a vessel keeps the record of the harbour for nine years and shows it to every inspector.',
  school: 'A school that teaches in two languages receives the subsidy of the budget after an audit of its museum.',
  final: 'This Convention enters into force on the thirtieth day after the deposit of the fifth instrument.',
}
const plain = (prefix: number, ...headings: readonly (keyof typeof LAW)[]): ClauseText => textOf(headings.flatMap((name) => article(name, LAW[name])), countingIds(prefix))

const shape = (texts: readonly ClauseText[], { rows }: Matrix): readonly string[] =>
  rows.flatMap(({ cells }) => {
    const [first] = cells.flatMap((cell, column) => (cell === null ? [] : [texts[column]?.clauses[cell.clause]]))
    return first?.kind === 'article' ? [`${first.text}: ${cells.map((cell) => (cell === null ? '-' : 'x')).join('')}`] : []
  })

test('[MX3] [MX4] what only others have stands in one row, behind what stood before it', () => {
  const texts = [plain(1, 'access', 'final'), plain(2, 'access', 'vessels', 'final'), plain(3, 'access', 'school', 'vessels', 'final')]
  const { lookup } = lookupOf(texts)
  const [first, , third] = matrices(texts, lookup)
  expect(first && shape(texts, first)).toEqual(['access: xxx', 'school: --x', 'vessels: -xx', 'final: xxx'])
  expect(third && shape(texts, third)).toEqual(['access: xxx', 'school: --x', 'vessels: -xx', 'final: xxx'])
})

test('[MX4] a paragraph that only another text has stands within the article, before what belongs to the next', () => {
  const [one, other] = [plain(1, 'access', 'final'), textOf([...article('access', LAW.access, LAW.school), ...article('final', LAW.final)], countingIds(2))]
  const { lookup } = lookupOf([one, other])
  const [matrix] = matrices([one, other], lookup)
  expect(matrix?.rows.map(({ cells }) => cells.map((cell) => cell?.clause ?? null))).toEqual([[0, 0], [1, 1], [null, 2], [2, 3], [3, 4]])
})

test('[MX4] an article of a text without chapters stands in the chapter of what stood before it', () => {
  const chapters = textOf([{ kind: 'chapter', text: 'General' }, ...article('access', LAW.access), { kind: 'chapter', text: 'Last' }, ...article('final', LAW.final)], countingIds(1))
  const texts = [chapters, plain(2, 'access', 'school', 'final')]
  const [matrix] = matrices(texts, lookupOf(texts).lookup)
  expect(matrix && shape(texts, matrix)).toEqual(['access: xx', 'school: -x', 'final: xx'])
})

test('[MX5] a text that is not compared yet waits, and the others are there', () => {
  const texts = [plain(1, 'access', 'final'), plain(2, 'access'), plain(3, 'final')]
  const { lookup } = lookupOf(texts)
  const matrix = matrixOf(texts.map(({ clauses }) => clauses), 0, (one, other) => (other === 2 ? null : lookup(one, other)))
  expect(matrix.waiting).toEqual([2])
  expect(matrix.rows.map(({ cells }) => cells[2])).toEqual(matrix.rows.map(() => null))
  expect(shape(texts, matrix)).toEqual(['access: xx-', 'final: x--'])
})

test('a great many clauses that only another text has do not take time by their square', () => {
  const many = textOf(Array.from({ length: 20_000 }, (_, at) => ({ kind: 'paragraph' as const, text: `${at}` })), countingIds(1))
  const pairs: readonly PairRow[] = many.clauses.map(({ id }) => ({ base: null, revised: id, relation: 'added', edited: false, confidence: 1, reason: null, class: 'substance' }))
  expect(matrixOf([[], many.clauses], 0, () => pairs).rows.length).toBe(20_000)
})
