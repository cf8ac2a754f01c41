import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LiveMarks, liveChanges, type LiveMark } from '#client/platform/index.ts'
import { labelsOf, type ClauseText } from '#shared/clauses/index.ts'
import { Comparer } from '#shared/compare/index.ts'
import { countingIds, editArb, edited, pairArb } from '#tests/shared/compare/texts.ts'

const sidesOf = (base: ClauseText, revised: ClauseText) => {
  const textIn = ({ clauses }: ClauseText) => (id: string) => clauses.find((clause) => clause.id === id)?.text ?? ''
  return { base: { textOf: textIn(base), labels: labelsOf(base.clauses, base.settings, null) }, revised: { textOf: textIn(revised) } }
}

test('what is told step by step adds up to what is told of the last result alone', () => {
  fc.assert(
    fc.property(pairArb, fc.array(editArb, { maxLength: 6 }), ({ base, revised }, edits) => {
      const [comparer, marks, newId] = [new Comparer(base), new LiveMarks(), countingIds(9)]
      const shown = new Map<string, LiveMark>()
      let text = revised
      for (const edit of [null, ...edits]) {
        text = edit === null ? text : edited(text, [edit], newId)
        const { set, gone } = marks.next(comparer.update(text), sidesOf(base, text))
        for (const mark of set) shown.set(mark.key, mark)
        for (const key of gone) shown.delete(key)
      }
      const last = comparer.update(text)
      const alone = new LiveMarks().next(last, sidesOf(base, text)).set
      expect([...shown.values()].toSorted(byKey)).toEqual(alone.toSorted(byKey))
      expect(marks.next(last, sidesOf(base, text))).toEqual({ set: [], gone: [] })
      expect(liveChanges(last)).toHaveLength(last.changes.length)
    }),
  )
})

const byKey = (one: LiveMark, other: LiveMark): number => (one.key < other.key ? -1 : 1)
