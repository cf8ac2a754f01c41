// @vitest-environment jsdom
import { getSchema } from '@tiptap/core'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { expect, onTestFinished, test } from 'vitest'
import { clauseLabels } from '#client/features/drafting/labels.ts'
import { draftExtensions } from '#shared/document/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const settings = { style: 'un', language: 'en', articleWord: null } as const
const clauses = treaty(article('Scope', par('One.'), par('Two.'), par('Three.')))

test('a label stands on the element of its clause, and follows it without the clause being drawn anew', async () => {
  const schema = getSchema([...draftExtensions])
  const plugins = clauseLabels({ settings, held: null }, '[deleted]').config.addProseMirrorPlugins?.call({} as never) as Plugin[]
  const content = clauses.map(({ id, kind, depth, number, text }) => ({ type: 'clause', attrs: { id, kind, depth, number }, content: [{ type: 'text', text }] }))
  const view = new EditorView(document.body, { state: EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins }) })
  onTestFinished(() => view.destroy())
  const labels = () => [...view.dom.children].map((clause) => `${clause.getAttribute('data-label')} ${clause.textContent}`)
  expect(labels()).toEqual(['Article 1 Scope', '1. One.', '2. Two.', '3. Three.'])
  const before = [...view.dom.children]
  const [first, second] = [view.state.doc.child(0).nodeSize, view.state.doc.child(1).nodeSize]
  view.dispatch(view.state.tr.delete(first, first + second))
  expect(labels()).toEqual(['Article 1 Scope', '1. Two.', '2. Three.'])
  await Promise.resolve() // the view hears of what changed in its elements in the next turn
  view.dispatch(view.state.tr.insertText('!', view.state.doc.content.size - 1))
  expect([...view.dom.children]).toEqual([before[0], before[2], before[3]])
})
