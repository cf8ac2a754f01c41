import { Selection, type Transaction } from '@tiptap/pm/state'

/** Where the last step of `tr` ended, in its last document; null when it changed no stretch of it. */
function endOfChange(tr: Transaction): number | null {
  let end: number | null = null
  for (const map of tr.mapping.maps) {
    end = end === null ? null : map.map(end, -1)
    map.forEach((...[, , , newTo]: [number, number, number, number]) => {
      end = newTo
    })
  }
  return end
}

/** Puts the caret where an undo or redo changed something. */
export function selectChange(tr: Transaction): void {
  const end = endOfChange(tr)
  if (end !== null) tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView()
}
