import { Decoration } from '@tiptap/pm/view'
import { placeholdersOf, type HeldNumbers, type LabelSettings, type Numbering, type Placeholder } from '#shared/clauses/index.ts'

/** A page whose numbering is held. `endOf`: where the clause at an index of `clauses` ends in the editor's document. */
export type HeldPage = Readonly<{ clauses: readonly Numbering[]; settings: LabelSettings; held: HeldNumbers; endOf: (index: number) => number }>

/**
 * What stands on the page for clauses that were deleted since the numbering was held: the old label and the word `deleted`,
 * under the clause that they came after. Nobody can write in it.
 */
export function placeholderWidgets({ clauses, settings, held, endOf }: HeldPage, deleted: string): readonly Decoration[] {
  const indexOf = new Map(clauses.map(({ id }, index) => [id, index]))
  return placeholdersOf(clauses, settings, held).map((placeholder) => {
    const index = placeholder.after === null ? undefined : indexOf.get(placeholder.after)
    const key = `${placeholder.id} ${placeholder.depth} ${placeholder.label.text}`
    return Decoration.widget(index === undefined ? 0 : endOf(index), () => placeholderElement(placeholder, deleted), { key, side: -1, ignoreSelection: true })
  })
}

function placeholderElement({ kind, depth, label }: Placeholder, deleted: string): HTMLElement {
  const line = document.createElement('div')
  line.className = 'placeholder'
  line.contentEditable = 'false'
  line.dataset['kind'] = kind
  line.dataset['depth'] = String(depth)
  line.dataset['label'] = label.text
  line.textContent = deleted
  return line
}
