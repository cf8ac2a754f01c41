import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseText, countWords, redline, revisedText, type RedlineRun } from '#shared/compare/index.ts'
import { redlineWithin } from '#shared/compare/redline.ts'
import { segment } from '#shared/compare/segment.ts'
import { marked, sidesOf } from './marked.ts'
import { wordArb } from './texts.ts'

const anyTextArb = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.oneof(wordArb, fc.constantFrom('“', '"', ',', '(', ')', '\n', '🐯', '👩‍👩‍👧', 'e\u0301', 'مُعاهَدة')), { maxLength: 25 }).map((words) => words.join(' ')),
)

/** A wording, another one made of it by so many edits of single words, and what these edits cost. */
const editedArb = fc
  .tuple(fc.array(wordArb, { minLength: 1, maxLength: 60 }), fc.array(fc.tuple(fc.nat(), fc.constantFrom('strike', 'insert', 'replace'), wordArb), { maxLength: 5 }))
  .map(([words, edits]) => {
    const revised = [...words]
    let cost = 0
    for (const [place, kind, word] of edits) {
      const at = place % (revised.length + 1)
      const struck = kind === 'insert' ? [] : revised.splice(at, 1)
      if (kind !== 'strike') revised.splice(at, 0, word)
      cost += countWords(struck.join(' ')) + (kind === 'strike' ? 0 : countWords(word))
    }
    return { base: words.join(' '), revised: revised.join(' '), edits: edits.length, cost }
  })

const costOf = (runs: readonly RedlineRun[]) =>
  runs.reduce((sum, run) => sum + (run.kind === 'keep' || run.cosmetic === 'typography' ? 0 : countWords(run.text)), 0)

const mirrored = (runs: readonly RedlineRun[]) => {
  const swap = { keep: 'keep', strike: 'insert', insert: 'strike' } as const
  const swapped = runs.map((run) => ({ ...run, kind: swap[run.kind] }))
  for (const [i, run] of swapped.entries()) {
    const next = swapped[i + 1]
    if (run.kind === 'insert' && next?.kind === 'strike') [swapped[i], swapped[i + 1]] = [next, run]
  }
  return swapped
}

describe('redline', () => {
  test('[RL1, RL2, RL3] both texts read back from well-formed runs', () => {
    fc.assert(
      fc.property(anyTextArb, anyTextArb, (base, revised) => {
        const { runs } = redline(base, revised)
        expect([baseText(runs), revisedText(runs)]).toEqual([base, revised])
        expect(runs.every((run) => run.text.isWellFormed() && run.text !== '')).toBe(true)
        expect(runs.every((run, i) => run.kind !== runs[i - 1]?.kind)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  test('[RL1, RL2] unpaired surrogates and zero-width signs read back too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const [base, revised] = [`${one}\ud83d\u200b${other}`, `${other}\udc2f\ufeff${one}`]
        const { runs } = redline(base, revised)
        expect([baseText(runs), revisedText(runs)]).toEqual([base, revised])
      }),
    )
  })

  test('[RL4] runs begin and end where words do', () => {
    fc.assert(
      fc.property(anyTextArb, anyTextArb, (base, revised) => {
        const { runs } = redline(base, revised)
        const edgesOf = (text: string) => {
          let at = 0
          return new Set([0, ...segment(text).map((part) => (at += part.length))])
        }
        const edges = { base: edgesOf(base), revised: edgesOf(revised) }
        let [i, j] = [0, 0]
        for (const { kind, text } of runs) {
          if (kind !== 'insert') i += text.length
          if (kind !== 'strike') j += text.length
          expect(edges.base).toContain(i)
          expect(edges.revised).toContain(j)
        }
      }),
    )
  })

  test('[RL5] a text against itself is kept whole', () => {
    fc.assert(
      fc.property(anyTextArb, (text) => {
        expect(redline(text, text).runs).toEqual(text === '' ? [] : [{ kind: 'keep', text }])
      }),
    )
  })

  test('[AL3] swapping the sides mirrors the redline', () => {
    fc.assert(
      fc.property(anyTextArb, anyTextArb, (base, revised) => {
        expect(redline(revised, base).runs).toEqual(mirrored(redline(base, revised).runs))
      }),
      { numRuns: 500 },
    )
  })

  test('[RL12] a redline costs what the edits did, and what small islands between them add', () => {
    fc.assert(
      fc.property(editedArb, ({ base, revised, cost, edits }) => {
        const islands = 2 * 3 * Math.max(0, 2 * edits - 1)
        expect(costOf(redline(base, revised).runs)).toBeLessThanOrEqual(cost + islands)
      }),
      { numRuns: 1000 },
    )
  })

  test('[RL9] beyond the budget the whole is replaced, and the redline says so', () => {
    const [base, revised] = ['the law of the sea', 'the rule of a big land']
    expect(redline(base, revised, { maxCells: 10 })).toEqual({
      precision: 'whole-clause',
      reason: 'budget',
      runs: [{ kind: 'strike', text: base }, { kind: 'insert', text: revised }],
    })
    expect(redlineWithin(base, revised, { budget: { maxCells: 20 }, renumberings: null })).toMatchObject({ redline: { precision: 'word' }, cells: 20 })
  })

  test.each([
    ['[RL3]', 'a strike stands before its insertion', 'Parties [-shall-]{+may+} consult'],
    ['[RL4]', 'a number changes as a whole', 'within [-30-]{+60+} days'],
    ['[RL4]', 'an amount changes as a whole', 'a fine of [-1,000,000-]{+1,500,000+} euro'],
    ['[RL4]', 'a compound changes as a whole', 'the [-well-known-]{+well-established+} rule'],
    ['[RL4]', 'Russian words change as a whole', 'Государства-участники [-сотрудничают-]{+взаимодействуют+} в целях'],
    ['[RL4]', 'Arabic words change as a whole', 'تتعاون [-الأطراف-]{+الدول+} في ما بينها'],
    ['[RL4]', 'Chinese changes by characters', '应当合作[-预防-]{+打击+}犯罪'],
    ['[RL6]', 'a lost negation stands by itself', 'shall [-not -]refuse a request'],
    ['[RL6]', 'small islands are folded in', 'by [-one way or another-]{+two ways or three+} of them'],
    ['[RL6]', 'a changed verb of obligation takes no neighbour in', 'Parties [-shall-]{+may+} consult [-each-]{+one+} other'],
    ['[RL6]', 'a verb of obligation is no island', '[-Parties-]{+States+} shall [-refuse-]{+grant+} it'],
    ['[RL6]', 'a number is no island', 'the [-first-]{+last+} 30 [-days-]{+weeks+} of it'],
    ['[RL6]', 'nothing is folded across lines', 'the [-one-]{+two+}\nor [-three-]{+four+}'],
    ['[RL7]', 'an inserted list item begins and ends at commas', 'ships, {+boats, +}planes, trains'],
    ['[RL7]', 'an inserted phrase begins at its preposition', 'that the laws {+of the coast and the laws +}of the flag'],
    ['[RL8]', 'brackets stay whole', 'within [-ninety (90)-]{+sixty (60)+} days'],
    ['[RL11]', 'quotation marks change typography', '‹[-“-]›‹{+"+}›data‹[-”-]›‹{+"+}› means'],
    ['[RL11]', 'spaces change typography', 'any‹[-\u00A0-]›‹{+ +}›entity'],
    ['[RL11]', 'a hyphen is spelling', 'seek ~[-co-operation-]~~{+cooperation+}~ in faith'],
  ])('%s %s', (_rule, _name, drawn) => {
    const { base, revised } = sidesOf(drawn)
    expect(marked(redline(base, revised).runs)).toBe(drawn)
  })
})
