import { getSchema } from '@tiptap/core'
import { TextSelection, type Command } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLAUSE_KINDS, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'
import {
  draftExtensions,
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
import { DraftModel } from '#shared/document/model/model.ts'
import { samePieces } from '#shared/document/model/piece.ts'
import { attrsOf, piecesOf } from '#shared/document/model/projection.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { blockPieces } from '#shared/document/model/segment.ts'
import { Desk, paragraphs, type Peer, type Program } from './desk.ts'

/** Kinds that the old program has never heard of; nor does it know bold, and nobody knows the footnotes written below. */
const LATER: readonly ClauseKind[] = ['definition', 'footnote', 'annex']
const OLD: Program = {
  schema: getSchema(draftExtensions.filter(({ name }) => name !== 'strong')),
  kinds: CLAUSE_KINDS.filter((kind) => !LATER.includes(kind)),
}

const COMMANDS: Readonly<Record<string, Command>> = {
  split: splitClause,
  'merge back': mergeWithPrevious,
  'merge on': mergeWithNext,
  remove: removeClause,
  up: moveClauseUp,
  down: moveClauseDown,
  indent: indentClause,
  outdent: outdentClause,
  kind: setKind('recital'),
  number: setNumber('4 bis'),
  em: toggleEm,
  strong: toggleStrong,
}
const DEEDS = ['type', 'erase', 'replace', 'paste', ...Object.keys(COMMANDS), 'undo', 'redo'] as const
/** What only the current program can do; `known` is what it does to a clause that everybody knew. */
const NEWER = ['later clause', 'atom', 'mark', 'keys'] as const

type Move = Readonly<{ who: 'old' | 'current'; what: string; from: number; to: number; roll: number; deliver: boolean }>
const fraction = fc.double({ min: 0, max: 0.999, noNaN: true })
const anyMove: fc.Arbitrary<Move> = fc
  .record({ who: fc.constantFrom('old' as const, 'current' as const), deed: fc.constantFrom(...DEEDS), newer: fc.constantFrom(...NEWER), from: fraction, to: fraction, roll: fc.nat(9), deliver: fc.boolean() })
  .map(({ who, deed, newer, ...rest }) => ({ who, what: who === 'current' && rest.roll < 4 ? newer : deed, ...rest }))

const select = ({ editor }: Peer, from: number, to: number): void => {
  const { doc, tr } = editor.state
  const at = (share: number) => doc.resolve(Math.floor(share * doc.content.size))
  editor.dispatch(tr.setSelection(TextSelection.between(at(Math.min(from, to)), at(Math.max(from, to)))))
}

/** What is typed by the old program is in small letters, by the current one in capitals: undo may take back one's own words. */
function act(peer: Peer, { who, what, from, to, roll }: Move): void {
  select(peer, from, what === 'type' || what in COMMANDS ? from : to)
  const { state } = peer.editor
  const { tr, selection, schema } = state
  const words = who === 'old' ? 'abc'.slice(roll % 3) : 'XYZ'.slice(roll % 3)
  const body = peer.doc.getText('body')
  const command = COMMANDS[what]
  const paste = (attrs: object) => tr.insert(selection.$from.before(1), schema.node('clause', attrs, schema.text(words)))
  if (command) {
    if (roll > 6) select(peer, from, to) // over several
    peer.editor.run(command)
  } else if (what === 'undo') peer.sync.undo()
  else if (what === 'redo') peer.sync.redo()
  else if (what === 'type') peer.editor.dispatch(tr.insertText(words, selection.from))
  else if (what === 'erase') peer.editor.dispatch(tr.delete(selection.from, selection.to))
  else if (what === 'replace') peer.editor.dispatch(tr.insertText(words, selection.from, selection.to))
  else if (what === 'paste') peer.editor.dispatch(paste({ kind: 'text' }))
  else if (what === 'later clause') peer.editor.dispatch(paste({ kind: LATER[roll % LATER.length] }))
  else {
    const at = 1 + Math.floor(from * (body.length - 1))
    const entry = entryOf(rootsOf(peer.doc).clauses, clauseAt(peer, from))
    if (what === 'atom') body.insertEmbed(at, { later: roll })
    else if (what === 'mark') body.format(at, Math.min(2, body.length - at), { [`b:${roll}`]: { by: 'Fiji' } })
    else entry?.set('later', roll)
  }
}

function clauseAt({ doc }: Peer, share: number): ClauseId {
  const { storage } = new DraftModel(doc)
  const segment = storage[Math.floor(share * storage.length)]
  if (!segment) throw new Error('a draft has a clause')
  return segment.id
}

/** What of `doc` the old program does not know: segments of such kinds and what they say, atoms, and marks that stand. */
function unknownIn(doc: Y.Doc) {
  const { storage, blocks, roots } = new DraftModel(doc)
  const shown = blocks.flatMap(blockPieces)
  const later = storage.filter(({ flags }) => LATER.includes(flags.kind))
  const said = storage.map(({ id }) => {
    const { kind, depth, number, later } = entryOf(roots.clauses, id)?.toJSON() ?? {}
    const entry: Readonly<Record<string, unknown>> = { kind, depth, number, later }
    return [id, entry] as const
  })
  return {
    clauses: new Map(later.map((segment) => [segment.id, { heads: segment.block?.head === segment, removed: segment.flags.removed, words: segment.reading.pieces }])),
    said: new Map(said),
    atoms: shown.flatMap(({ atom }) => (atom === null ? [] : [atom])).sort(),
    marks: [...new Set(shown.flatMap(({ format }) => Object.keys(format.attrs)))].filter((name) => name !== 'em').sort(),
  }
}

type Known = ReturnType<typeof unknownIn>
const othersWords = (pieces: Known['clauses'] extends Map<ClauseId, infer One> ? (One extends { words: infer Words } ? Words : never) : never): string =>
  pieces.map(({ text, atom }) => (atom ?? text).replaceAll(/[a-z]/g, '')).join('')

/** Nothing that the old program does not know was changed or lost by what it did. */
function expectKept(before: Known, after: Known, isUndo: boolean): void {
  for (const [id, { later, ...entry }] of before.said) {
    expect(after.said.get(id)?.['later']).toEqual(later)
    if (before.clauses.has(id)) expect(after.said.get(id)).toEqual({ ...entry, later })
  }
  for (const [id, { heads, words }] of before.clauses) {
    const now = after.clauses.get(id)
    if (now === undefined) throw new Error(`clause ${id} is gone`)
    if (!heads) continue // words of a clause that is known
    expect(now.removed).toBe(false)
    // Undo takes back one's own words and merges, also where somebody has given the clause a later kind since.
    if (isUndo) expect(othersWords(now.words)).toBe(othersWords(words))
    else expect([now.heads, now.words]).toEqual([heads, words])
  }
  if (isUndo) return
  const rest = [...after.atoms]
  for (const atom of before.atoms) {
    expect(rest).toContain(atom)
    rest.splice(rest.indexOf(atom), 1)
  }
  expect(after.marks).toEqual(expect.arrayContaining(before.marks))
}

function expectShown({ editor, doc }: Peer, kinds: readonly ClauseKind[]): void {
  const { blocks } = new DraftModel(doc, kinds)
  const shown = editor.state.doc
  shown.check()
  if (blocks.length === 0) return expect(shown.content.size).toBe(2)
  expect(shown.childCount).toBe(blocks.length)
  blocks.forEach((block, index) => {
    expect(shown.child(index).attrs).toEqual(attrsOf(block))
    expect(samePieces(piecesOf(shown.child(index).content), blockPieces(block))).toBe(true)
  })
}

let refused = 0
let met = 0

/** Two people, one with the old program, at a draft of which each knows what it knows. */
function play(moves: readonly Move[]): void {
  const text = paragraphs(['ONE', 'TWO', 'THREE', 'FOUR'])
  const desk = new Desk({ ...text, clauses: text.clauses.map((clause, index) => (index === 2 ? { ...clause, kind: 'definition' } : clause)) }, 2, [OLD])
  const [old, current] = [desk.peer(0), desk.peer(1)]
  for (const move of moves) {
    const peer = move.who === 'old' ? old : current
    const before = unknownIn(peer.doc)
    act(peer, move)
    if (move.who === 'old') {
      expectKept(before, unknownIn(peer.doc), move.what === 'undo' || move.what === 'redo')
      met += before.clauses.size
    }
    if (move.deliver) desk.exchange()
    expectShown(old, OLD.kinds)
    expectShown(current, CLAUSE_KINDS)
  }
  desk.exchange()
  refused += old.kept
}

test('[DC16] an old client changes and loses nothing that it does not know, and both read the same', () => {
  fc.assert(fc.property(fc.array(anyMove, { minLength: 4, maxLength: 30 }), play), { numRuns: 400 })
  expect([refused > 100, met > 1000]).toEqual([true, true]) // it had occasion to
})
