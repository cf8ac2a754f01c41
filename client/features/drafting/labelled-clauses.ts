import { DOMSerializer, type Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'

const LABEL = 'data-label'

/** The elements that show the clauses of one page, each with the label of its clause. */
export type LabelledClauses = Readonly<{
  /** Shows a clause as the schema does, and with its label. */
  show: (node: Node, view: EditorView) => NodeView
  /** Gives every clause of the page the label that it has in `state`. */
  label: (state: EditorState) => void
}>

/**
 * Writes labels where they are shown. As decorations they would be looked through at every key, one for each clause of the page,
 * and a page would be drawn twice at opening: a decoration is laid round a clause that stands already.
 */
export function labelledClauses(labelOf: (state: EditorState, id: ClauseId) => string): LabelledClauses {
  const shown = new Map<ClauseId, HTMLElement>()
  return {
    show(node, { state }) {
      const element = elementOf(node)
      const id = parseClauseId(node.attrs['id'])
      element.setAttribute(LABEL, id === null ? '' : labelOf(state, id))
      if (id !== null) shown.set(id, element)
      return {
        dom: element,
        contentDOM: element,
        // The view takes any other change of its elements for one that a person made, and draws the clause anew.
        ignoreMutation: (mutation) => mutation.type === 'attributes' && mutation.attributeName === LABEL && mutation.target === element,
        // A clause that is drawn anew stands before the old one goes.
        destroy: () => id !== null && shown.get(id) === element && shown.delete(id),
      }
    },
    label(state) {
      for (const [id, element] of shown) {
        const label = labelOf(state, id)
        if (element.getAttribute(LABEL) !== label) element.setAttribute(LABEL, label)
      }
    },
  }
}

function elementOf(node: Node): HTMLElement {
  const { toDOM } = node.type.spec
  const { dom } = DOMSerializer.renderSpec(document, toDOM?.(node) ?? ['div', 0])
  return dom instanceof HTMLElement ? dom : document.createElement('div')
}
