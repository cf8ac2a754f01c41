import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseText, changesWording, revisedText, RunWriter } from '#shared/compare/runs.ts'

const pieceArb = fc.tuple(fc.constantFrom('keep', 'change', 'typography', 'spelling'), fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }))

test('[RL1, RL2, RL3] whatever is written reads back, in runs that alternate', () => {
  fc.assert(
    fc.property(fc.array(pieceArb), (pieces) => {
      const writer = new RunWriter()
      let [base, revised] = ['', '']
      for (const [kind, one, other] of pieces) {
        if (kind === 'keep') writer.keep(one)
        else writer.change(one, other, kind === 'typography' || kind === 'spelling' ? kind : null)
        base += one
        revised += kind === 'keep' ? one : other
      }
      const runs = writer.runs()
      expect([baseText(runs), revisedText(runs)]).toEqual([base, revised])
      for (const [i, run] of runs.entries()) {
        expect(run.text).not.toBe('')
        const before = runs[i - 1]?.kind
        expect(before).not.toBe(run.kind)
        expect([before, run.kind]).not.toEqual(['insert', 'strike'])
      }
    }),
  )
})

test('[RL11] a change of wording beside one of typography is a change of wording', () => {
  const writer = new RunWriter()
  writer.change('“', '"', 'typography')
  writer.change('shall', 'may', null)
  expect(writer.runs()).toEqual([
    { kind: 'strike', text: '“shall' },
    { kind: 'insert', text: '"may' },
  ])
})

test('[RL11] typography changes no wording, spelling does', () => {
  expect(changesWording([{ kind: 'strike', text: '“', cosmetic: 'typography' }])).toBe(false)
  expect(changesWording([{ kind: 'strike', text: 'co-op', cosmetic: 'spelling' }])).toBe(true)
  expect(changesWording([{ kind: 'keep', text: 'co-op' }])).toBe(false)
})
