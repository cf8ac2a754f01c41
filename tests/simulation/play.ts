import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import {
  indentClause,
  mergeWithNext,
  mergeWithPrevious,
  moveClauseDown,
  moveClauseUp,
  outdentClause,
  removeClause,
  setKind,
  setNumber,
  splitClause,
  toggleEm,
  toggleStrong,
} from '#shared/document/index.ts'
import { CLAUSE_KINDS } from '#shared/clauses/index.ts'
import type { Drafter } from './drafter.ts'
import type { Deed, Where } from './moves.ts'

/** Makes words that occur nowhere else in the run. */
export type NewWords = (count: number, emoji: boolean) => string

type Spot = Readonly<{ index: number; node: Node; start: number; from: number; to: number }>

/** The clause and document positions that `where` means in `doc`. */
function spotIn(doc: Node, { clause, from, to }: Where): Spot {
  const index = Math.min(doc.childCount - 1, Math.floor(clause * doc.childCount))
  let start = 0
  for (let at = 0; at < index; at++) start += doc.child(at).nodeSize
  const node = doc.child(index)
  const at = (fraction: number): number => {
    const pos = Math.round(fraction * node.content.size)
    const text = node.textBetween(0, node.content.size, '', '\ufffc')
    return start + 1 + (/[\udc00-\udfff]/.test(text.charAt(pos)) ? pos - 1 : pos)
  }
  return { index, node, start, from: at(from), to: at(to) }
}

const caretAt = (drafter: Drafter, from: number, to = from): void => {
  const { state, dispatch } = drafter.editor
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

const edit = (drafter: Drafter, change: (tr: Transaction) => unknown): void => {
  const { tr } = drafter.editor.state
  change(tr)
  drafter.editor.dispatch(tr)
}

function paste(drafter: Drafter, deed: Extract<Deed, { do: 'paste' }>, words: NewWords): void {
  const { doc, schema } = drafter.editor.state
  const { from, node } = spotIn(doc, deed.where)
  const idFor = (at: number): string | null => {
    if (deed.ids === 'none') return null
    return deed.ids === 'known' ? String(node.attrs['id']) : `c_foreign00${at}`
  }
  const type = schema.nodes['clause']
  if (!type) throw new Error('no clause in the schema')
  const nodes = Array.from({ length: deed.clauses }, (_, at) => type.create({ id: idFor(at), kind: 'text' }, schema.text(words(3, false))))
  const open = deed.clauses > 1 ? 1 : 0
  if (open === 1) edit(drafter, (tr) => tr.replaceRange(from, from, new Slice(Fragment.fromArray(nodes), 1, 1)))
  else edit(drafter, (tr) => tr.insert(tr.doc.resolve(from).before(1), nodes))
}

function cutAndPaste(drafter: Drafter, deed: Extract<Deed, { do: 'cut-and-paste' }>): void {
  const { doc } = drafter.editor.state
  const { index, start } = spotIn(doc, deed.where)
  const count = Math.min(deed.count, doc.childCount - index)
  if (count >= doc.childCount) return
  const nodes = Array.from({ length: count }, (_, at) => doc.child(index + at))
  edit(drafter, (tr) => tr.delete(start, start + nodes.reduce((sum, node) => sum + node.nodeSize, 0)))
  if (drafter.editor.state.doc === doc) return // something in it is not known here, and stays (DC13)
  const target = spotIn(drafter.editor.state.doc, { clause: deed.target, from: 0, to: 0 })
  edit(drafter, (tr) => tr.insert(target.start, nodes))
}

function several(drafter: Drafter, deed: Extract<Deed, { do: 'several' }>, words: NewWords): void {
  edit(drafter, (tr) => {
    for (const { what, where } of deed.deeds) {
      const { index, start, from, to, node } = spotIn(tr.doc, where)
      if (what === 'insert') tr.insertText(words(2, false), from)
      else if (what === 'delete') tr.delete(from, to)
      else if (what === 'split') tr.split(from, 1, [{ type: node.type, attrs: { ...node.attrs, id: null } }])
      else if (index > 0) tr.join(start)
    }
  })
}

/** A client of a later version writes formatting and atoms that this one does not know; it cuts no surrogate pair either. */
function newerClient(drafter: Drafter, deed: Extract<Deed, { do: 'newer-client' }>): void {
  const body = drafter.doc.getText('body')
  const units = (body.toDelta() as readonly Readonly<{ insert: unknown }>[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
  const whole = (index: number): number => (/[\udc00-\udfff]/.test(units.charAt(index)) ? index - 1 : index)
  const at = whole(Math.max(1, Math.floor(deed.where.clause * units.length)))
  drafter.doc.transact(() => {
    if (deed.what === 'mark') body.format(at, whole(Math.min(at + 3, units.length)) - at, { 'b:one': { owner: 'A' } })
    else body.insertEmbed(at, { footnote: at })
  }, 'newer client')
}

/** Puts the caret at `place` of the clause and runs `command` there. */
function run(drafter: Drafter, [where, place]: readonly [Where, 'from' | 'start' | 'end'], command: Command): void {
  const { start, from, node } = spotIn(drafter.editor.state.doc, where)
  caretAt(drafter, place === 'from' ? from : place === 'start' ? start + 1 : start + 1 + node.content.size)
  drafter.editor.run(command)
}

/** Does what `deed` says in the drafter's editor; deeds about lines and presence are the table's. */
export function play(drafter: Drafter, deed: Deed, words: NewWords): void {
  const { doc } = drafter.editor.state
  switch (deed.do) {
    case 'type':
      return edit(drafter, (tr) => tr.insertText(words(deed.count, deed.emoji), spotIn(doc, deed.where).from))
    case 'erase':
    case 'replace': {
      const { from, to } = spotIn(doc, deed.where)
      return edit(drafter, (tr) => (deed.do === 'erase' ? tr.delete(from, to) : tr.insertText(words(2, true), from, to)))
    }
    case 'erase-across': {
      const ends = [spotIn(doc, deed.where).from, spotIn(doc, deed.until).from].sort((a, b) => a - b)
      return edit(drafter, (tr) => tr.delete(ends[0] ?? 1, ends[1] ?? 1))
    }
    case 'paste':
      return paste(drafter, deed, words)
    case 'cut-and-paste':
      return cutAndPaste(drafter, deed)
    case 'split':
      return run(drafter, [deed.where, 'from'], splitClause)
    case 'split-at-start':
      return run(drafter, [deed.where, 'start'], splitClause)
    case 'split-at-end':
      return run(drafter, [deed.where, 'end'], splitClause)
    case 'merge-back':
      return run(drafter, [deed.where, 'start'], mergeWithPrevious)
    case 'merge-on':
      return run(drafter, [deed.where, 'end'], mergeWithNext)
    case 'remove':
      return run(drafter, [deed.where, 'start'], removeClause)
    case 'up':
      return run(drafter, [deed.where, 'start'], moveClauseUp)
    case 'down':
      return run(drafter, [deed.where, 'start'], moveClauseDown)
    case 'indent':
      return run(drafter, [deed.where, 'start'], indentClause)
    case 'outdent':
      return run(drafter, [deed.where, 'start'], outdentClause)
    case 'kind':
      return run(drafter, [deed.where, 'start'], setKind(CLAUSE_KINDS[Math.floor(deed.where.from * CLAUSE_KINDS.length)] ?? 'text'))
    case 'number':
      return run(drafter, [deed.where, 'start'], setNumber(deed.where.from < 0.3 ? null : `${Math.floor(deed.where.from * 9)} bis`))
    case 'em':
    case 'strong': {
      const { from, to } = spotIn(doc, deed.where)
      const ends = [from, deed.until ? spotIn(doc, deed.until).to : to].sort((a, b) => a - b)
      caretAt(drafter, ends[0] ?? 1, ends[1] ?? 1)
      drafter.editor.run(deed.do === 'em' ? toggleEm : toggleStrong)
      return
    }
    case 'several':
      return several(drafter, deed, words)
    case 'newer-client':
      return newerClient(drafter, deed)
    case 'undo':
      drafter.sync.undo()
      return
    case 'redo':
      drafter.sync.redo()
      return
    case 'leave':
    case 'return':
    case 'hear':
    case 'send':
      return
  }
}
