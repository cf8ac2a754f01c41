import { DecorationSet } from '@tiptap/pm/view'

const known = new WeakMap<DecorationSet, DecorationSet>()

/**
 * The same decorations, found at once for each clause of a page. The library looks for the decorations of a clause through those of
 * all clauses before it, and does so for every clause at every key. Only for decorations that stand inside one clause or on a whole
 * one; `drawn` itself is the answer where the library keeps them in some other way than it did.
 */
export function foundAtOnce(drawn: DecorationSet): DecorationSet {
  const before = known.get(drawn)
  if (before !== undefined) return before
  const sets = setsOf(drawn)
  const found = sets === null ? drawn : quick(drawn, sets)
  known.set(drawn, found)
  return found
}

function quick(drawn: DecorationSet, sets: ReadonlyMap<number, DecorationSet>): DecorationSet {
  const forChild: DecorationSet['forChild'] = (offset, node) => (node.isLeaf ? DecorationSet.empty : (sets.get(offset) ?? DecorationSet.empty))
  return Object.assign(Object.create(drawn) as DecorationSet, { forChild })
}

/** The decorations inside each clause by where it starts: the library's list is of start, end and set in turn. */
function setsOf(drawn: DecorationSet): ReadonlyMap<number, DecorationSet> | null {
  const children: unknown = Reflect.get(drawn, 'children')
  if (!Array.isArray(children) || children.length % 3 !== 0) return null
  const sets = new Map<number, DecorationSet>()
  for (let i = 0; i < children.length; i += 3) {
    const [start, set]: readonly unknown[] = [children[i], children[i + 2]]
    if (typeof start !== 'number' || !(set instanceof DecorationSet)) return null
    sets.set(start, set)
  }
  return sets
}
