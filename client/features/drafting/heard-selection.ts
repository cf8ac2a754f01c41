import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Doc, Transaction } from 'yjs'

/**
 * Has `view` read the selection that the browser shows where it was not told of it yet. The browser tells of a new selection in a
 * task of its own, and what the view draws before that puts the old one back.
 */
export function hearSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  const { ownerDocument } = view.dom
  const shown = ownerDocument.getSelection()
  const anchor = positionOf(view, shown?.anchorNode ?? null, shown?.anchorOffset ?? 0)
  const head = positionOf(view, shown?.focusNode ?? null, shown?.focusOffset ?? 0)
  if (anchor === null || head === null) return
  const { selection } = view.state
  if (selection.anchor !== anchor || selection.head !== head) ownerDocument.dispatchEvent(new Event('selectionchange'))
}

const positionOf = (view: EditorView, node: Node | null, offset: number): number | null => (node !== null && view.dom.contains(node) ? view.posAtDOM(node, offset) : null)

/** Has the page read the selection before it shows what others did to `doc`. */
export const heardSelections = (doc: Doc) =>
  Extension.create({
    name: 'heardSelections',
    priority: 1001, // it must hear of others' changes before the sync does
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const hear = ({ local }: Transaction) => {
            if (!local) hearSelection(view)
          }
          doc.on('beforeTransaction', hear)
          return { destroy: () => doc.off('beforeTransaction', hear) }
        },
      }),
    ],
  })
