import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Marks the clause that the caret stands in, so that the page draws it whether or not it was in sight: Chromium loses
 * the caret in a new clause that it has not drawn yet, and the second letter would land before the first.
 */
export const currentClauseMark = Extension.create({
  name: 'currentClauseMark',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $head } }) =>
          $head.depth === 0 ? null : DecorationSet.create(doc, [Decoration.node($head.before(1), $head.after(1), { class: 'clause-current' })]),
      },
    }),
  ],
})
