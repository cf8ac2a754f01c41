// `structure-times.ts INPUT`: times the sync at the works of bench/structure, in a process of its own. INPUT is a JSON file
// `{ texts, places, large }`: a clause a text, the small works once at each place, the large ones `large` times. Prints
// `{ work: [ms] }`. It stands here because what bench/ imports by name are the peers' packages.
import { readFileSync } from 'node:fs'
import { Fragment, Slice } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { z } from 'zod'
import { draftSchema, mergeWithPrevious, moveClauseDown, removeClause, splitClause } from '#shared/document/index.ts'
import { Desk, paragraphs, type Peer } from '../shared/document/desk.ts'

const input = z.object({ texts: z.array(z.string()), places: z.array(z.number()), large: z.number() })
const { texts, places, large } = input.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

/** Every act of the first reaches the second at once, and both are timed. */
const desk = new Desk(paragraphs(texts))
const [one, other] = [desk.peer(0), desk.peer(1)]
const times: Record<string, number[]> = {}

function note(work: string | null, began: number): void {
  if (work !== null) (times[work] ??= []).push(performance.now() - began)
}

function time(work: string | null, remote: string, act: (peer: Peer) => void): void {
  let began = performance.now()
  act(one)
  note(work, began)
  const updates = one.sent.splice(0)
  began = performance.now()
  for (const update of updates) Y.applyUpdate(other.doc, update, 'line')
  note(remote, began)
}

/** The index of the clause at `place`, never the last, and the middle of its words. */
function spotAt(place: number): Readonly<{ index: number; middle: number }> {
  const { doc } = one.editor.state
  const index = Math.min(doc.childCount - 2, Math.floor(place * doc.childCount))
  return { index, middle: doc.child(index).content.size >> 1 }
}

for (const place of places) {
  const { index, middle } = spotAt(place)
  const pos = one.at(index, middle)
  time('key', 'key, remote', ({ editor }) => editor.dispatch(editor.state.tr.insertText('x', pos)))
  time(null, 'delete a character, remote', ({ editor }) => editor.dispatch(editor.state.tr.delete(pos, pos + 1)))
}
for (const place of places) {
  const { index, middle } = spotAt(place)
  one.select(one.at(index, middle))
  time('split', 'split, remote', ({ editor }) => editor.run(splitClause))
  time('merge', 'merge, remote', ({ editor }) => editor.run(mergeWithPrevious))
}
for (let round = 0; round < large; round++) {
  const pos = one.at(spotAt(places[round] ?? 0.5).index, 0) - 1
  const pasted = texts.slice(0, 500).map((words) => draftSchema.node('clause', { kind: 'paragraph' }, draftSchema.text(words)))
  const slice = new Slice(Fragment.fromArray(pasted), 0, 0)
  time('paste of 500', 'paste of 500, remote', ({ editor }) => editor.dispatch(editor.state.tr.replace(pos, pos, slice)))
  time('undo of the paste', 'undo of the paste, remote', ({ sync }) => sync.undo())
}
for (const place of places) {
  one.select(one.at(spotAt(place).index, 0))
  time('remove', 'remove, remote', ({ editor }) => editor.run(removeClause))
}
for (const place of places) {
  one.select(one.at(spotAt(place).index, 0))
  time('move', 'move, remote', ({ editor }) => editor.run(moveClauseDown))
}
for (const place of places) {
  const { index, middle } = spotAt(place)
  one.select(one.at(index, middle))
  time('split after moves', 'split after moves, remote', ({ editor }) => editor.run(splitClause))
}
desk.exchange()
console.log(JSON.stringify(times))
