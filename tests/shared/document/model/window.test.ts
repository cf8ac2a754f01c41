import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { ReplaceStep, Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftSchema } from '#shared/document/editor/schema.ts'
import { nodesIn, windowOf, type ClauseWindow } from '#shared/document/model/window.ts'

const clause = (text: string) => draftSchema.node('clause', { kind: 'paragraph' }, text === '' ? [] : [draftSchema.text(text)])
const docOf = (texts: readonly string[]) => draftSchema.node('doc', null, texts.map(clause))

const anyTexts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), { minLength: 1, maxLength: 5 })
const anyChange = fc.record({ kind: fc.constantFrom('replace', 'mark', 'attribute'), from: fc.nat(40), to: fc.nat(40), texts: anyTexts, open: fc.nat(3) })

/** What of the claims of `window` does not hold of the two documents. */
function faultsOf(base: Node, revised: Node, { from, before, after, head, tail }: ClauseWindow): readonly string[] {
  const rest = base.childCount - from - before
  const sameEnd = (kept: number | null, [old, now]: readonly [Node | null, Node | null], cut: (content: Fragment, kept: number) => Fragment): boolean =>
    kept === null || (old !== null && now !== null && cut(old.content, kept).eq(cut(now.content, kept)))
  const claims = {
    'the counts add up': revised.childCount === from + after + rest,
    'before the window nothing changed': nodesIn(revised, 0, from).every((node, index) => node === base.child(index)),
    'behind it neither': nodesIn(revised, from + after, rest).every((node, index) => node === base.child(from + before + index)),
    'the head stayed': sameEnd(head, [base.maybeChild(from), revised.maybeChild(from)], (content, kept) => content.cut(0, kept)),
    'the tail stayed': sameEnd(tail, [base.maybeChild(from + before - 1), revised.maybeChild(from + after - 1)], (content, kept) =>
      content.cut(content.size - kept),
    ),
  }
  return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]))
}

test('[DC9] outside the window every clause is the same node, and what is said to stay inside it stays', () => {
  fc.assert(
    fc.property(anyTexts, anyChange, (texts, change) => {
      const base = docOf(texts)
      const ends = [change.from % (base.content.size + 1), change.to % (base.content.size + 1)].sort((a, b) => a - b)
      const [from, to] = [ends[0] ?? 0, ends[1] ?? 0]
      const transform = new Transform(base)
      const content = Fragment.fromArray(change.texts.map(clause))
      const open = change.open % 2
      if (change.kind === 'replace') transform.replace(from, to, new Slice(content, open, change.open > 1 ? 1 : 0))
      if (change.kind === 'mark') transform.addMark(from, to, draftSchema.mark('em'))
      if (change.kind === 'attribute') transform.setNodeAttribute(0, 'kind', 'chapeau')
      transform.steps.forEach((step, index) => {
        const [old, now] = [transform.docs[index] ?? base, transform.docs[index + 1] ?? transform.doc]
        expect(faultsOf(old, now, windowOf(old, now, step))).toEqual([])
      })
      expect(faultsOf(base, transform.doc, windowOf(base, transform.doc, null))).toEqual([])
    }),
  )
})

const windowAfter = (texts: readonly string[], change: (transform: Transform) => void): ClauseWindow => {
  const transform = new Transform(docOf(texts))
  change(transform)
  return windowOf(transform.docs[0] ?? transform.doc, transform.doc, transform.steps[0] ?? null)
}

test('[DC9] a keystroke touches one clause, and says how much of it stays on either side', () => {
  expect(windowAfter(['one', 'three', 'two'], (transform) => transform.insert(7, draftSchema.text('X')))).toEqual({ from: 1, before: 1, after: 1, head: 1, tail: 4 })
})

test('[DC9] a split makes two of one, a merge one of two', () => {
  expect(windowAfter(['one', 'two'], (transform) => transform.split(2))).toEqual({ from: 0, before: 1, after: 2, head: 1, tail: 2 })
  expect(windowAfter(['one', 'two'], (transform) => transform.join(5))).toEqual({ from: 0, before: 2, after: 1, head: 3, tail: 3 })
})

test('[DC9] a clause taken out is a window of its own, without ends', () => {
  expect(windowAfter(['one', 'two', 'three'], (transform) => transform.delete(5, 10))).toEqual({ from: 1, before: 1, after: 0, head: null, tail: null })
})

test('[DC9] a clause that a step puts back as the same node is outside the window', () => {
  const base = docOf(['one', 'two', 'three'])
  const transform = new Transform(base)
  const between = clause('between')
  transform.step(new ReplaceStep(0, 10, new Slice(Fragment.fromArray([base.child(0), between, base.child(1)]), 0, 0)))
  expect(windowOf(base, transform.doc, transform.steps[0] ?? null)).toEqual({ from: 1, before: 0, after: 1, head: null, tail: null })
})

test('[DC9] a step that changes nothing has an empty window', () => {
  const doc = docOf(['one', 'two'])
  expect(windowOf(doc, doc, null)).toMatchObject({ before: 0, after: 0 })
})
