import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { clauseLabels, labelledPage, withBasis, type LabelBasis } from '#client/features/drafting/labels.ts'
import { holdNumbers, type Clause } from '#shared/clauses/index.ts'
import { draftExtensions } from '#shared/document/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const schema = getSchema([...draftExtensions])
const settings = { style: 'un', language: 'en', articleWord: null } as const
const clauses = treaty(article('Scope', par('One.'), par('Two.')), article('Terms', par('Three.')), article('Signature', par('Four.')))
const running: LabelBasis = { settings, held: null }
const held: LabelBasis = { settings, held: holdNumbers(clauses, settings, 'A/AC.291/22') }

const pageOf = (shown: readonly Clause[], basis: LabelBasis): EditorState => {
  const [plugins = []] = [clauseLabels(basis, '[deleted]').config.addProseMirrorPlugins?.call({} as never)]
  const content = shown.map(({ id, kind, depth, number, text }) => ({ type: 'clause', attrs: { id, kind, depth, number }, content: [{ type: 'text', text }] }))
  return EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins })
}
const labels = (state: EditorState) => labelledPage(state)?.clauses.map(({ id }) => labelledPage(state)?.labels.get(id)?.text)
const widgets = (state: EditorState) => {
  const [plugin] = state.plugins
  const drawn = plugin?.props.decorations?.call(plugin, state) as DecorationSet
  return drawn.find(undefined, undefined, ({ key }) => key !== undefined).map(({ from, spec }) => [from, String(spec['key']).split(' ').slice(2).join(' ')])
}

test('labels are drawn, and carried along while only words change', () => {
  const state = pageOf(clauses, running)
  expect(labels(state)).toEqual(['Article 1', '1.', '2.', 'Article 2', '', 'Article 3', ''])
  const typed = state.apply(state.tr.insertText('X', 3))
  expect(labelledPage(typed)?.labels).toBe(labelledPage(state)?.labels)
  expect(labelledPage(typed)?.positions[1]).toBe((labelledPage(state)?.positions[1] ?? 0) + 1)
})

test('where numbers are held, a deleted article leaves its number behind the clause that it came after', () => {
  const state = pageOf(clauses.toSpliced(3, 2), held)
  expect(labels(state)).toEqual(['Article 1', '1.', '2.', 'Article 3', ''])
  expect(widgets(state)).toEqual([[labelledPage(state)?.positions[3], 'Article 2']])
})

test('once numbers run again there is nothing left of it', () => {
  const state = pageOf(clauses.toSpliced(3, 2), held)
  const renumbered = state.apply(withBasis(state.tr, running))
  expect(labels(renumbered)).toEqual(['Article 1', '1.', '2.', 'Article 2', ''])
  expect(widgets(renumbered)).toEqual([])
})
