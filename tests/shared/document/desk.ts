import type { Schema } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { CLAUSE_KINDS, clauseIdsFrom, type ClauseKind, type ClauseText, type NewClauseId } from '#shared/clauses/index.ts'
import {
  draftSchema,
  draftSync,
  headlessEditor,
  mergeWithPrevious,
  moveClauseDown,
  moveClauseUp,
  readDraft,
  removeClause,
  seedDraft,
  splitClause,
  type DraftSync,
  type HeadlessEditor,
} from '#shared/document/index.ts'

/** Ids in the order they are asked for: `c_0000000000`, `c_0000000001`, … */
export function countedIds(start = 0): NewClauseId {
  let next = start
  const digits: number[] = []
  return clauseIdsFrom(() => {
    if (digits.length === 0) {
      const name = String(next++).padStart(10, '0')
      digits.push(...Array.from(name, Number))
    }
    return digits.shift() ?? 0
  })
}

/** A text of paragraphs. */
export function paragraphs(texts: readonly string[], kind: ClauseKind = 'paragraph'): ClauseText {
  const newId = countedIds()
  return {
    title: 'Draft',
    settings: { style: 'un', language: 'en', articleWord: null },
    clauses: texts.map((text) => ({ id: newId(), kind, depth: 0, number: null, text, spans: [] })),
  }
}

/** What a person's program knows. */
export type Program = Readonly<{ schema: Schema; kinds: readonly ClauseKind[] }>

export const THIS_PROGRAM: Program = { schema: draftSchema, kinds: CLAUSE_KINDS }

/** One of several people who work on the same draft, each with an editor bound by the real sync. */
export class Peer {
  readonly doc = new Y.Doc()
  readonly sync: DraftSync
  readonly editor: HeadlessEditor
  readonly sent: Uint8Array[] = []
  /** How many acts were refused because of something unknown (DC16). */
  kept = 0

  constructor(seat: number, start: Uint8Array, { schema, kinds } = THIS_PROGRAM) {
    this.doc.clientID = seat + 1
    Y.applyUpdate(this.doc, start)
    this.sync = draftSync({ doc: this.doc, newId: countedIds(1000 * (seat + 1)), pauseMs: 0, kinds, onKept: () => this.kept++ })
    this.editor = headlessEditor(this.sync, schema)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.sent.push(update)
    })
  }

  /** Takes in what another has sent. */
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'line')
  }

  /** The document position of `offset` in clause `index`. */
  at(index: number, offset: number): number {
    let pos = 1
    for (let before = 0; before < index; before++) pos += this.editor.state.doc.child(before).nodeSize
    return pos + offset
  }

  select(from: number, to = from): void {
    const { state } = this.editor
    this.editor.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  }

  run(index: number, offset: number, command: Command): boolean {
    this.select(this.at(index, offset))
    return this.editor.run(command)
  }

  type(index: number, offset: number, text: string): void {
    this.editor.dispatch(this.editor.state.tr.insertText(text, this.at(index, offset)))
  }

  erase(from: readonly [index: number, offset: number], to: readonly [index: number, offset: number]): void {
    this.editor.dispatch(this.editor.state.tr.delete(this.at(...from), this.at(...to)))
  }

  split(index: number, offset: number): void {
    this.run(index, offset, splitClause)
  }

  merge(index: number): void {
    this.run(index, 0, mergeWithPrevious)
  }

  remove(index: number): void {
    this.run(index, 0, removeClause)
  }

  down(index: number): void {
    this.run(index, 0, moveClauseDown)
  }

  up(index: number): void {
    this.run(index, 0, moveClauseUp)
  }

  /** What the editor shows, a string a clause. */
  texts(): string[] {
    return Array.from({ length: this.editor.state.doc.childCount }, (_, index) => {
      const clause = this.editor.state.doc.child(index)
      return clause.textBetween(0, clause.content.size, '', '\ufffc')
    })
  }

  ids(): unknown[] {
    return Array.from({ length: this.editor.state.doc.childCount }, (_, index) => this.editor.state.doc.child(index).attrs['id'])
  }
}

/** A draft that a few people have open; what they do reaches the others on `exchange`. */
export class Desk {
  readonly peers: readonly Peer[]

  /** `programs`: those of the first few, where they are not this one. */
  constructor(text: ClauseText, count = 2, programs: readonly Program[] = []) {
    const seeded = new Y.Doc()
    seedDraft(seeded, text)
    const start = Y.encodeStateAsUpdate(seeded)
    this.peers = Array.from({ length: count }, (_, seat) => new Peer(seat, start, programs[seat]))
  }

  peer(seat: number): Peer {
    const peer = this.peers[seat]
    if (!peer) throw new Error(`nobody sits at ${seat}`)
    return peer
  }

  /** Brings everything to everybody; throws when two then read different drafts. Returns the texts of the clauses. */
  exchange(): string[] {
    for (let round = 0; round < 3; round++) {
      for (const peer of this.peers) {
        for (const update of peer.sent.splice(0)) for (const other of this.peers) if (other !== peer) other.hear(update)
      }
    }
    const readings = this.peers.map(({ doc }) => JSON.stringify(readDraft(doc)))
    if (new Set(readings).size !== 1) throw new Error(`the peers differ:\n${readings.join('\n')}`)
    const read = readDraft(this.peer(0).doc).clauses.map(({ text }) => text)
    for (const peer of this.peers) {
      if (JSON.stringify(peer.texts()) !== JSON.stringify(read.length > 0 ? read : [''])) throw new Error(`an editor differs: ${peer.texts().join('|')} / ${read.join('|')}`)
    }
    return read
  }
}

/** Two people with a draft of these paragraphs. */
export function twoAt(...texts: string[]): readonly [Peer, Peer, Desk] {
  const desk = new Desk(paragraphs(texts))
  return [desk.peer(0), desk.peer(1), desk]
}
