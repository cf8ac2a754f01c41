import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseLabels } from '#client/features/drafting/labels.ts'
import { clausesOn } from '#client/features/drafting/page-clauses.ts'
import { redlineMarks, withRedline, type RedlineChange } from '#client/features/drafting/redline-marks.ts'
import { redline } from '#shared/compare/index.ts'
import { draftExtensions } from '#shared/document/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const schema = getSchema([...draftExtensions])
const clauses = treaty(article('Scope', par('One is one.'), par('Two are two.')), article('Terms', par('Three are three.')))
const basis = { settings: { style: 'un', language: 'en', articleWord: null }, held: null } as const
const content = clauses.map(({ id, kind, depth, number, text }) => ({ type: 'clause', attrs: { id, kind, depth, number }, content: [{ type: 'text', text }] }))
const plugins = [clauseLabels(basis, '[deleted]'), redlineMarks].flatMap((extension) => extension.config.addProseMirrorPlugins?.call({} as never) ?? [])
const start = EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins })

const decorationsIn = (state: EditorState) => {
  const plugin = plugins.at(-1)
  const drawn = plugin?.props.decorations?.call(plugin, state) as DecorationSet
  return drawn.find()
}
const drawnIn = (state: EditorState) => decorationsIn(state).map(({ from, to, spec }) => `${from} ${to} ${String(spec['mark'])} ${String(spec['key'])}`).toSorted()

/** The redline of every clause of `state` that reads otherwise than in the beginning, as a result would have it. */
const resultFor = (state: EditorState): RedlineChange =>
  new Map(
    clausesOn(state).map(({ id, text }) => {
      const base = clauses.find((clause) => clause.id === id)?.text ?? ''
      return [id, base === text ? null : { id, text, runs: redline(base, text).runs, note: 'edited' }] as const
    }),
  )

const typing = fc.record({ at: fc.nat(), typed: fc.constantFrom('', 'x', ' two ') })
const typedIn = (state: EditorState, { at, typed }: Readonly<{ at: number; typed: string }>): EditorState => {
  const position = 1 + (at % (state.doc.content.size - 2))
  return state.apply(typed === '' ? state.tr.deleteRange(position, position + 1) : state.tr.insertText(typed, position))
}

test('[DC17] results given late, with typing between, end as the last alone stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(typing, { maxLength: 4 }), fc.nat(3)), { maxLength: 6 }), (turns) => {
      let state = start.apply(withRedline(start.tr, new Map()))
      const states = [state]
      for (const [edits, late] of turns) {
        for (const edit of edits) states.push((state = typedIn(state, edit)))
        const heard = states[Math.max(0, states.length - 1 - late)] ?? state
        state = state.apply(withRedline(state.tr, resultFor(heard)))
      }
      state = state.apply(withRedline(state.tr, resultFor(state)))
      const alone = EditorState.create({ doc: state.doc, plugins })
      expect(drawnIn(state)).toEqual(drawnIn(alone.apply(withRedline(alone.tr, resultFor(alone)))))
    }),
  )
})

test('[DC17] a result about other words than stand there is not drawn; the words that are drawn are those inserted', () => {
  const on = start.apply(withRedline(start.tr, new Map()))
  const typed = typedIn(on, { at: start.doc.child(0).nodeSize, typed: 'x' })
  const late = resultFor(typed)
  const further = typedIn(typed, { at: start.doc.child(0).nodeSize, typed: 'y' })
  expect(decorationsIn(further.apply(withRedline(further.tr, late)))).toEqual([])
  const inserted = decorationsIn(typed.apply(withRedline(typed.tr, late))).filter(({ from, to }) => to > from)
  expect(inserted.map(({ from, to }) => typed.doc.textBetween(from, to))).toEqual(['xOne'])
})

test('what is gone stands behind its clause, and off leaves nothing', () => {
  const first = clauses[1]
  if (first === undefined) throw new Error('a clause')
  const on = start.apply(withRedline(start.tr, new Map([['was one', { after: first.id, summary: 'removed', text: 'Gone.' }], ['was none', { after: null, summary: 'removed', text: 'Gone.' }]])))
  const end = start.doc.child(0).nodeSize + start.doc.child(1).nodeSize
  expect(decorationsIn(on).map(({ from }) => from).toSorted((one, other) => one - other)).toEqual([0, end])
  expect(decorationsIn(on.apply(withRedline(on.tr, null)))).toEqual([])
})
