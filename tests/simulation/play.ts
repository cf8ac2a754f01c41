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
import type { Act, Where } from './moves.ts'

/** Where words come from. `fresh` occur nowhere else in the game; `again` notes words that are put in once more. */
export type Words = Readonly<{ fresh: (count: number, emoji: boolean) => string; again: (words: string) => void }>

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
  const { state, dispatch } = drafter.desk.editor
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

const edit = (drafter: Drafter, change: (tr: Transaction) => unknown): void => {
  const { tr } = drafter.desk.editor.state
  change(tr)
  drafter.desk.editor.dispatch(tr)
}

function paste(drafter: Drafter, deed: Extract<Act, { do: 'paste' }>, words: Words): void {
  const { doc, schema } = drafter.desk.editor.state
  const { from, node } = spotIn(doc, deed.where)
  const idFor = (at: number): string | null => {
    if (deed.ids === 'none') return null
    return deed.ids === 'known' ? String(node.attrs['id']) : `c_foreign00${at}`
  }
  const type = schema.nodes['clause']
  if (!type) throw new Error('no clause in the schema')
  const nodes = Array.from({ length: deed.clauses }, (_, at) => type.create({ id: idFor(at), kind: 'text' }, schema.text(words.fresh(3, false))))
  const open = deed.clauses > 1 ? 1 : 0
  if (open === 1) edit(drafter, (tr) => tr.replaceRange(from, from, new Slice(Fragment.fromArray(nodes), 1, 1)))
  else edit(drafter, (tr) => tr.insert(tr.doc.resolve(from).before(1), nodes))
}

const wordsIn = (content: Fragment): string => content.textBetween(0, content.size, '', '\ufffc')

/** Takes a copy of words of one clause, or of whole clauses, and with `cut` the original too. All clauses are never cut. */
function take(drafter: Drafter, deed: Extract<Act, { do: 'cut' | 'copy' }>): void {
  const { doc } = drafter.desk.editor.state
  const { index, start, from, to } = spotIn(doc, deed.where)
  const count = Math.min(deed.count, doc.childCount - index)
  const nodes = Array.from({ length: count }, (_, at) => doc.child(index + at))
  const end = start + nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  if (deed.what === 'clauses' && deed.do === 'cut' && count === doc.childCount) return
  drafter.clipboard = deed.what === 'clauses' ? { what: 'clauses', nodes } : { what: 'words', slice: doc.slice(from, to) }
  if (deed.do === 'cut') edit(drafter, (tr) => (deed.what === 'clauses' ? tr.delete(start, end) : tr.delete(from, to)))
}

function pasteClipboard(drafter: Drafter, { where }: Extract<Act, { do: 'paste-clipboard' }>, words: Words): void {
  const { clipboard } = drafter
  const { doc } = drafter.desk.editor.state
  const { start, from, index } = spotIn(doc, where)
  if (clipboard === null) return
  if (clipboard.what === 'words') {
    words.again(wordsIn(clipboard.slice.content))
    return edit(drafter, (tr) => tr.replace(from, from, clipboard.slice))
  }
  const shown = new Set(Array.from({ length: doc.childCount }, (_, at) => doc.child(at).attrs['id'] as unknown))
  edit(drafter, (tr) => tr.insert(start, clipboard.nodes))
  // A clause that comes back under its own id is the same one, whose words nobody wrote again (DC6).
  clipboard.nodes.forEach((node, at) => {
    const pasted = drafter.desk.editor.state.doc.maybeChild(index + at)
    if (pasted?.attrs['id'] !== node.attrs['id'] || shown.has(node.attrs['id'])) words.again(wordsIn(node.content))
  })
}

function several(drafter: Drafter, deed: Extract<Act, { do: 'several' }>, words: Words): void {
  edit(drafter, (tr) => {
    for (const { what, where } of deed.deeds) {
      const { index, start, from, to, node } = spotIn(tr.doc, where)
      if (what === 'insert') tr.insertText(words.fresh(2, false), from)
      else if (what === 'delete') tr.delete(from, to)
      else if (what === 'split') tr.split(from, 1, [{ type: node.type, attrs: { ...node.attrs, id: null } }])
      else if (index > 0) tr.join(start)
    }
  })
}

/** Replaces the first character of every clause that has one, in one transaction. */
function replaceAll(drafter: Drafter, words: Words): void {
  edit(drafter, (tr) => {
    for (let index = tr.doc.childCount - 1; index >= 0; index--) {
      const { start, node } = spotIn(tr.doc, { clause: (index + 0.5) / tr.doc.childCount, from: 0, to: 0 })
      const [first] = node.textContent
      if (first !== undefined && node.firstChild?.isText) tr.insertText(words.fresh(1, false), start + 1, start + 1 + first.length)
    }
  })
}

/** A client of a later version writes formatting and atoms that this one does not know; it cuts no surrogate pair either. */
function newerClient(drafter: Drafter, deed: Extract<Act, { do: 'newer-client' }>, words: Words): void {
  const body = drafter.doc.getText('body')
  const units = (body.toDelta() as readonly Readonly<{ insert: unknown }>[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
  const whole = (index: number): number => (/[\udc00-\udfff]/.test(units.charAt(index)) ? index - 1 : index)
  const at = whole(Math.max(1, Math.floor(deed.where.clause * units.length)))
  if (deed.what === 'atom') words.again('\ufffc')
  drafter.doc.transact(() => {
    if (deed.what === 'mark') body.format(at, whole(Math.min(at + 3, units.length)) - at, { 'b:one': { owner: 'A' } })
    else body.insertEmbed(at, { footnote: at })
  }, 'newer client')
}

/** Puts the caret at `place` of the clause and runs `command` there. */
function run(drafter: Drafter, [where, place]: readonly [Where, 'from' | 'start' | 'end'], command: Command): void {
  const { start, from, node } = spotIn(drafter.desk.editor.state.doc, where)
  caretAt(drafter, place === 'from' ? from : place === 'start' ? start + 1 : start + 1 + node.content.size)
  drafter.desk.editor.run(command)
}

/** Does what `deed` says in the drafter's editor. */
export function play(drafter: Drafter, deed: Act, words: Words): void {
  const { doc } = drafter.desk.editor.state
  switch (deed.do) {
    case 'type':
      return edit(drafter, (tr) => tr.insertText(words.fresh(deed.count, deed.emoji), spotIn(doc, deed.where).from))
    case 'erase':
    case 'replace': {
      const { from, to } = spotIn(doc, deed.where)
      return edit(drafter, (tr) => (deed.do === 'erase' ? tr.delete(from, to) : tr.insertText(words.fresh(2, true), from, to)))
    }
    case 'erase-across': {
      const ends = [spotIn(doc, deed.where).from, spotIn(doc, deed.until).from].sort((a, b) => a - b)
      return edit(drafter, (tr) => tr.delete(ends[0] ?? 1, ends[1] ?? 1))
    }
    case 'paste':
      return paste(drafter, deed, words)
    case 'cut':
    case 'copy':
      return take(drafter, deed)
    case 'paste-clipboard':
      return pasteClipboard(drafter, deed, words)
    case 'replace-all':
      return replaceAll(drafter, words)
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
      drafter.desk.editor.run(deed.do === 'em' ? toggleEm : toggleStrong)
      return
    }
    case 'several':
      return several(drafter, deed, words)
    case 'newer-client':
      return newerClient(drafter, deed, words)
    case 'put-back': {
      const offered = drafter.desk.sync.rescued()
      const passage = offered[Math.floor(deed.which * offered.length)]
      if (passage) drafter.desk.sync.putBack(passage, deed.way)
      return
    }
    case 'undo':
      drafter.desk.sync.undo()
      return
    case 'redo':
      drafter.desk.sync.redo()
      return
  }
}
