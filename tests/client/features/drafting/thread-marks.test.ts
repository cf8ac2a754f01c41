import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseLabels } from '#client/features/drafting/labels.ts'
import { threadMarks, withThreadMarks, type ThreadMark } from '#client/features/drafting/thread-marks.ts'
import { draftExtensions } from '#shared/document/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const schema = getSchema([...draftExtensions])
const clauses = treaty(article('Scope', par('One is one.'), par('Two are two.')), article('Terms', par('Three are three.')))
const basis = { settings: { style: 'un', language: 'en', articleWord: null }, held: null } as const
const content = clauses.map(({ id, kind, depth, number, text }) => ({ type: 'clause', attrs: { id, kind, depth, number }, content: [{ type: 'text', text }] }))
const plugins = [clauseLabels(basis, '[deleted]'), threadMarks(() => undefined)].flatMap((extension) => extension.config.addProseMirrorPlugins?.call({} as never) ?? [])
const empty = EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins })

const drawnIn = (state: EditorState) => {
  const plugin = plugins.at(-1)
  const drawn = plugin?.props.decorations?.call(plugin, state) as DecorationSet
  return drawn.find().map(({ from, to, spec }) => [from, to, spec['threadId'], spec['isWhole']]).toSorted((a, b) => String(a[2]).localeCompare(String(b[2])))
}

const mark = fc.record({
  threadId: fc.constantFrom('t1', 't2', 't3', 't4'),
  clauseId: fc.constantFrom(...clauses.map(({ id }) => id)),
  words: fc.option(fc.record({ from: fc.nat(2), to: fc.integer({ min: 3, max: 6 }) })),
})
const marking = fc.uniqueArray(mark, { selector: ({ threadId }) => threadId, maxLength: 4 })
const edit = fc.record({ at: fc.nat(), typed: fc.constantFrom('', 'x', 'yz') })

test('marks given one after another, with edits between, stand as the last would stand alone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(marking, fc.array(edit, { maxLength: 3 })), { maxLength: 5 }), marking, (turns, last: readonly ThreadMark[]) => {
      let state = empty
      for (const [marks, edits] of turns) {
        state = state.apply(withThreadMarks(state.tr, marks))
        for (const { at, typed } of edits) {
          const position = 1 + (at % (state.doc.content.size - 2))
          const tr = typed === '' ? state.tr.deleteRange(position, position + 1) : state.tr.insertText(typed, position)
          state = state.apply(tr)
        }
      }
      const alone = EditorState.create({ doc: state.doc, plugins })
      expect(drawnIn(state.apply(withThreadMarks(state.tr, last)))).toEqual(drawnIn(alone.apply(withThreadMarks(alone.tr, last))))
    }),
  )
})

test('a mark that stands as it should is left as it is', () => {
  const [first, second] = clauses
  const marks = [first, second].flatMap((clause, i) => (clause === undefined ? [] : [{ threadId: `t${i}`, clauseId: clause.id, words: { from: 0, to: 3 } }]))
  const state = empty.apply(withThreadMarks(empty.tr, marks))
  const again = state.apply(withThreadMarks(state.tr, marks))
  const plugin = plugins.at(-1)
  const decorations = (at: EditorState) => plugin?.props.decorations?.call(plugin, at)
  expect(decorations(again)).toBe(decorations(state))
})
