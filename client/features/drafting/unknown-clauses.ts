import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isUnknownKind } from '#shared/document/index.ts'

const key = new PluginKey<DecorationSet>('unknown-clauses')

/** Says under each clause of a kind that this page does not know that it can be read here and not changed (`note`). */
export const unknownClauses = (note: string) =>
  Extension.create({
    name: 'unknownClauses',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => draw(doc, note),
          apply: (tr, drawn) => (tr.docChanged ? draw(tr.doc, note) : drawn),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })

function draw(doc: Node, note: string): DecorationSet {
  const notes: Decoration[] = []
  doc.forEach((node, position) => {
    if (isUnknownKind(node)) notes.push(Decoration.node(position, position + node.nodeSize, { 'data-note': note }))
  })
  return notes.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, notes)
}
