import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Marks the clause that the caret stands in, which is always laid out. A clause begun by Enter is otherwise left out of the
 * layout until the next frame, and a browser that is typed into before then loses the caret's place in it.
 */
export const caretClause = Extension.create({
  name: 'caretClause',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $head } }) => {
          if ($head.depth === 0) return DecorationSet.empty
          const from = $head.before(1)
          return DecorationSet.create(doc, [Decoration.node(from, from + $head.node(1).nodeSize, { 'data-here': '' })])
        },
      },
    }),
  ],
})
