import type { Node } from '@tiptap/pm/model'
import { nodesIn, windowOf } from '../model/window.ts'

/** Whether this program does not know the kind of the clause that `node` shows. */
export const isUnknownKind = (node: Node): boolean => typeof node.attrs['unknownKind'] === 'string'

/** What a stretch of clauses holds that is not known here. */
class Unknown {
  readonly clauses: Node[] = []
  /** The data of each atom, and how often it stands. */
  readonly atoms = new Map<string, number>()
  /** Marks by name and value. */
  readonly marks = new Set<string>()

  constructor(nodes: readonly Node[]) {
    for (const node of nodes) {
      if (isUnknownKind(node)) this.clauses.push(node)
      node.forEach((child) => this.#note(child))
    }
  }

  #note({ type, attrs, marks }: Node): void {
    if (type.name === 'unknownAtom') {
      const data = String(attrs['data'])
      this.atoms.set(data, (this.atoms.get(data) ?? 0) + 1)
    }
    for (const mark of marks) if (mark.type.name === 'unknownMark') this.marks.add(JSON.stringify([mark.attrs['name'], mark.attrs['value']]))
  }

  /** Whether all of it stands in `after`: clauses each once and as they were, whatever their order. */
  standsIn(after: Unknown): boolean {
    const clauses = after.clauses.length === this.clauses.length && this.clauses.every((node) => after.clauses.includes(node))
    const atoms = [...this.atoms].every(([data, count]) => (after.atoms.get(data) ?? 0) >= count)
    return clauses && atoms && [...this.marks].every((mark) => after.marks.has(mark))
  }
}

/**
 * Whether everything in `base` that this program does not know stands in `revised` (DC16): clauses of an unknown kind as they
 * were, each inline atom, and each unknown mark over some words. Reads only the clauses that differ.
 */
export function keepsUnknown(base: Node, revised: Node): boolean {
  const { from, before, after } = windowOf(base, revised, null)
  const unknown = new Unknown(nodesIn(base, from, before))
  return unknown.standsIn(new Unknown(nodesIn(revised, from, after)))
}
