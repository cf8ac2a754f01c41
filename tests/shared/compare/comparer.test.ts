import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clauseIdsFrom, type ClauseText } from '#shared/clauses/index.ts'
import { baseText, Comparer, compareTexts, revisedText, type Comparison } from '#shared/compare/index.ts'
import { readText } from '#shared/formats/index.ts'
import { Chance } from '../../simulation/chance.ts'
import { article, countingIds, editArb, edited, pairArb, textOf, versionsArb, type Edit } from './texts.ts'

const sittingArb = fc.record({ texts: pairArb, steps: fc.array(fc.array(editArb, { minLength: 1, maxLength: 3 }), { maxLength: 6 }) })

/** All but how a pair was found, which stays what it was when it was found, and the links beside the pairs. */
const inAlignment = ({ rows, partLinks: _links, ...rest }: Comparison) => ({ ...rest, rows: rows.map(({ confidence: _confidence, reason: _reason, ...row }) => row) })

/** Which clause answers which, and what moved. */
const alignmentOf = ({ rows }: Comparison) => rows.map(({ base, revised, relation, ghost, ghostOf }) => [base, revised, relation === 'moved', ghost, ghostOf])

/** Compares step by step; answers how many results were provisional and stood in the alignment that there is in the end. */
function sit(comparer: Comparer, base: ClauseText, texts: readonly ClauseText[]): number {
  let kept = 0
  for (const revised of texts) {
    const [result, whole] = [comparer.update(revised), compareTexts(base, revised)]
    const isInAlignment = JSON.stringify(alignmentOf(result)) === JSON.stringify(alignmentOf(whole))
    if (comparer.isProvisional && isInAlignment) kept++
    const seen = (comparison: Comparison) => (!comparer.isProvisional ? comparison : isInAlignment ? inAlignment(comparison) : null)
    expect(seen(result)).toEqual(seen(whole))
  }
  return kept
}

function stepsOf(first: ClauseText, steps: readonly (readonly Edit[])[]): ClauseText[] {
  const newId = countingIds(9)
  const texts = [first]
  for (const step of steps) texts.push(edited(texts.at(-1) ?? first, step, newId))
  return texts
}

const STEPS = 40

/** `text` after one change after another of the words of a clause: a misprint, words of a neighbour, words taken out. */
function typing(text: ClauseText, seed: number, count: number): ClauseText[] {
  const chance = new Chance(seed)
  const texts = [text]
  for (let step = 0; step < count; step++) {
    const clauses = [...(texts.at(-1) ?? text).clauses]
    const at = chance.below(clauses.length)
    const clause = clauses[at]
    if (clause === undefined) continue
    const words = clause.text.split(' ')
    const word = chance.below(words.length)
    const theirs = (clauses[Math.min(clauses.length - 1, at + 1 + chance.below(3))]?.text ?? '').split(' ')
    const from = chance.below(theirs.length)
    if (step % 3 === 0) words[word] = (words[word] ?? '').slice(0, 4) + (words[word] ?? '').slice(5)
    else if (step % 3 === 1) words.splice(word, 0, ...theirs.slice(from, from + 1 + chance.below(9)))
    else words.splice(word, 1 + chance.below(4))
    clauses[at] = { ...clause, text: words.join(' ') }
    texts.push({ ...text, clauses })
  }
  return texts
}

describe('Comparer', () => {
  test('[IC1] what it settles on is what compareTexts gives', () => {
    fc.assert(
      fc.property(sittingArb, ({ texts: { base, revised }, steps }) => {
        const comparer = new Comparer(base)
        expect(comparer.settle()).toBeNull()
        for (const text of stepsOf(revised, steps)) {
          comparer.update(text)
          expect(comparer.settle()).toEqual(compareTexts(base, text))
          expect(comparer.isProvisional).toBe(false)
        }
      }),
    )
  })

  test('[IC2] both texts read back from every result, provisional or not', () => {
    fc.assert(
      fc.property(sittingArb, ({ texts: { base, revised }, steps }) => {
        const comparer = new Comparer(base)
        const was = new Map(base.clauses.map(({ id, text }) => [id, text]))
        for (const text of stepsOf(revised, steps)) {
          const rows = comparer.update(text).rows.filter(({ ghostOf }) => ghostOf === null)
          const is = new Map(text.clauses.map(({ id, text }) => [id, text]))
          expect(rows.flatMap(({ revised }) => revised ?? [])).toEqual(text.clauses.map(({ id }) => id))
          expect(rows.flatMap(({ base }) => base ?? []).sort()).toEqual(base.clauses.map(({ id }) => id).sort())
          for (const { base, revised, redline } of rows) {
            if (base === null || revised === null) continue
            expect(redline === null ? is.get(revised) : baseText(redline.runs)).toBe(was.get(base))
            expect(redline === null ? was.get(base) : revisedText(redline.runs)).toBe(is.get(revised))
          }
        }
      }),
    )
  })

  test('[IC3] [IC4] [IC5] the result is that of compareTexts, or provisional and that of compareTexts in its alignment', () => {
    let kept = 0
    fc.assert(
      fc.property(sittingArb, ({ texts: { base, revised }, steps }) => {
        kept += sit(new Comparer(base), base, stepsOf(revised, steps))
      }),
      { seed: 1966, numRuns: 400 },
    )
    expect(kept).toBeGreaterThan(100)
  })

  test('[IC3] pairs are those of compareTexts while one side has all its partners by id', () => {
    fc.assert(
      fc.property(versionsArb, fc.array(editArb, { maxLength: 6 }), ({ base, revised }, edits) => {
        const comparer = new Comparer(base)
        const all: ClauseText = { ...revised, clauses: [...revised.clauses, ...base.clauses.filter(({ id }) => !revised.clauses.some((other) => other.id === id))] }
        comparer.update(all)
        const reworded = edited(all, edits.filter(({ what }) => what === 'reword'), countingIds(5))
        const pairsOf = ({ rows }: Comparison) => rows.flatMap(({ base, revised, ghostOf }) => (ghostOf === null ? [`${base} ${revised}`] : [])).sort()
        expect(pairsOf(comparer.update(reworded))).toEqual(pairsOf(compareTexts(base, reworded)))
      }),
    )
  })

  test('[IC4] holds on real wording, with misprints, borrowed words and words taken out', () => {
    const read = (file: string, seed: number): ClauseText => {
      const chance = new Chance(seed)
      return readText(readFileSync(new URL(`../../../server/samples/${file}`, import.meta.url), 'utf8'), { newId: clauseIdsFrom((below) => chance.below(below)) }).text
    }
    const [base, rival] = [read('draft-comprehensive.txt', 1), read('rolling-text.txt', 2)]
    for (const start of [base, rival]) expect(sit(new Comparer(base), base, typing(start, 11, STEPS))).toBeGreaterThan(STEPS / 2)
  }, 60_000)

  test('[IC5] aligns anew when clauses come, go, move or change kind, and when a likeness is lost', () => {
    const base = textOf(article('Scope', 'This Convention shall apply to the prevention of the offences set forth in it.', 'No reservation shall be made.'), countingIds(1))
    const newId = countingIds(2)
    const revised: ClauseText = { ...base, clauses: base.clauses.map((clause) => ({ ...clause, id: newId() })) }
    const comparer = new Comparer(base)
    comparer.update(revised)
    const [heading, first, last] = revised.clauses
    if (heading === undefined || first === undefined || last === undefined) throw new Error('three clauses')
    const next = (...clauses: ClauseText['clauses']): boolean => {
      comparer.update({ ...revised, clauses })
      return comparer.isProvisional
    }
    expect(next(heading, { ...first, text: `${first.text} It shall bind all Parties.` }, last)).toBe(true)
    expect(next(heading, { ...first, text: 'Every harbour keeps its own pilots.' }, last)).toBe(false)
    expect(next(heading, first, last)).toBe(true)
    expect(next(heading, last, first)).toBe(false)
    expect(next(heading, { ...last, kind: 'subparagraph' }, first)).toBe(false)
    expect(next(heading, first)).toBe(false)
  })

  test('[IC6] a row that nothing touched is the same object while words change alone', () => {
    const base = textOf([...article('Scope', 'This Convention shall apply.', 'It shall bind the Parties.'), ...article('Entry', 'It shall enter into force.')], countingIds(1))
    const comparer = new Comparer(base)
    const before = comparer.update(base)
    const after = comparer.update({ ...base, clauses: base.clauses.map((clause, i) => (i === 1 ? { ...clause, text: 'This Convention may apply.' } : clause)) })
    expect(before.rows.map((row, i) => row === after.rows[i])).toEqual([false, false, true, true, true])
    expect(before.rows[1]?.redline).toBeNull()
  })
})
