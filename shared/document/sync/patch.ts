import { Slice, type Node, Fragment } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { editBetween, type Edit, type Reformat } from '../writing/edit.ts'
import { piecesLength, samePieces, type Piece } from '../model/piece.ts'
import { attrsOf, inlineOf, marksOfFormat, piecesOf } from '../model/projection.ts'
import { blockPieces, type Block, type Segment, type Splice } from '../model/segment.ts'

/** Replaces `from`–`to` of the document by `pieces`, inside one clause. */
function replaceInline(tr: Transaction, range: Readonly<{ from: number; to: number }>, pieces: readonly Piece[]): void {
  const content = inlineOf(tr.doc.type.schema, pieces)
  if (range.from === range.to && content.size === 0) return
  tr.replace(range.from, range.to, new Slice(content, 0, 0))
}

/** Gives `from`–`to` exactly the marks of its new format. */
function reformat(tr: Transaction, start: number, { from, to, before, after }: Reformat): void {
  const { schema } = tr.doc.type
  const [old, now] = [marksOfFormat(schema, before), marksOfFormat(schema, after)]
  for (const mark of old) if (!mark.isInSet(now)) tr.removeMark(start + from, start + to, mark)
  for (const mark of now) if (!mark.isInSet(old)) tr.addMark(start + from, start + to, mark)
}

function applyEdit(tr: Transaction, start: number, { from, to, added, reformats }: Edit): void {
  for (const change of reformats) if (change.from >= to) reformat(tr, start, change)
  for (const change of reformats) if (change.to <= from) reformat(tr, start, change)
  replaceInline(tr, { from: start + from, to: start + to }, added)
}

/** What a transaction changed in `block`, in units of the content before it. */
function splicesOf(block: Block, touched: ReadonlySet<Segment>): readonly Splice[] {
  const splices: Splice[] = []
  let start = 0
  for (const segment of block.segments) {
    let before = segment.reading.length
    if (touched.has(segment)) {
      for (const splice of segment.reading.splices) {
        splices.push({ ...splice, at: start + splice.at })
        before += splice.removed - piecesLength(splice.added)
      }
    }
    start += before
  }
  return splices
}

/**
 * Makes the clause node at `pos` show `block` by the smallest steps: where `touched` tells what changed, each change is a
 * step of its own, and whatever still differs is found by comparing (DC8).
 */
export function patchClause(tr: Transaction, pos: number, { block, touched }: Readonly<{ block: Block; touched: ReadonlySet<Segment> | null }>): void {
  const node = tr.doc.nodeAt(pos)
  if (!node) throw new Error(`no clause at ${pos}`)
  for (const [key, value] of Object.entries(attrsOf(block))) if (node.attrs[key] !== value) tr.setNodeAttribute(pos, key, value)
  const target = blockPieces(block)
  if (samePieces(piecesOf(node.content), target)) return
  const splices = touched ? splicesOf(block, touched) : []
  const grown = splices.reduce((sum, { removed, added }) => sum + piecesLength(added) - removed, 0)
  if (node.content.size + grown === piecesLength(target)) {
    for (const { at, removed, added } of splices.toReversed()) replaceInline(tr, { from: pos + 1 + at, to: pos + 1 + at + removed }, added)
  }
  const patched = tr.doc.nodeAt(pos)
  if (!patched) throw new Error(`no clause at ${pos}`)
  const shown = piecesOf(patched.content)
  if (!samePieces(shown, target)) applyEdit(tr, pos + 1, editBetween(shown, target, { prefix: 0, suffix: 0 }))
}

/** Replaces the clauses from `from` to `to` (document positions between clauses) by `nodes`. */
export function replaceClauses(tr: Transaction, range: Readonly<{ from: number; to: number }>, nodes: readonly Node[]): void {
  if (range.from === range.to && nodes.length === 0) return
  tr.replace(range.from, range.to, new Slice(Fragment.fromArray([...nodes]), 0, 0))
}
