import { getSchema } from '@tiptap/core'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundAtOnce } from '#client/features/drafting/found-at-once.ts'
import { draftExtensions } from '#shared/document/index.ts'

const schema = getSchema([...draftExtensions])
const clause = (text: string) => ({ type: 'clause', attrs: { id: null, kind: 'paragraph', depth: 0, number: null }, content: text === '' ? [] : [{ type: 'text', text }] })
const docs = fc.array(fc.constantFrom('', 'One.', 'Two are two.'), { minLength: 1, maxLength: 6 }).map((texts) => schema.nodeFromJSON({ type: 'doc', content: texts.map(clause) }))
const marks = fc.array(fc.record({ at: fc.nat(), from: fc.nat(), length: fc.nat(5), isWhole: fc.boolean() }), { maxLength: 8 })

test('each clause is given the decorations that the library gives it', () => {
  fc.assert(
    fc.property(docs, marks, (doc, wanted) => {
      const drawn = DecorationSet.create(
        doc,
        wanted.map(({ at, from, length, isWhole }) => {
          const index = at % doc.childCount
          const node = doc.child(index)
          let start = 0
          for (let i = 0; i < index; i++) start += doc.child(i).nodeSize
          if (isWhole) return Decoration.node(start, start + node.nodeSize, { class: 'whole' })
          const begin = start + 1 + (node.content.size === 0 ? 0 : from % node.content.size)
          return Decoration.inline(begin, Math.min(begin + length, start + 1 + node.content.size), { class: 'words' })
        }),
      )
      const quick = foundAtOnce(drawn)
      expect(quick).toBeInstanceOf(DecorationSet)
      doc.forEach((node, start) => {
        const [ours, theirs] = [quick, drawn].map((set) => set.forChild(start, node))
        expect(ours).toEqual(theirs)
      })
      expect(quick.find()).toEqual(drawn.find())
      expect(foundAtOnce(drawn)).toBe(quick)
    }),
  )
})

test('the library keeps decorations as it did: they are found at once', () => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [clause('One is one.')] })
  const drawn = DecorationSet.create(doc, [Decoration.inline(2, 4, {})])
  expect(foundAtOnce(drawn)).not.toBe(drawn)
})
