// `node tiptap-structure.mjs INPUT`: times y-tiptap's binding, without a view, at the works of bench/structure. INPUT is a JSON
// file `{ texts, places, large }`; prints `{ work: [ms] }`. The stub stands for what the binding asks of a view.
import { readFileSync } from 'node:fs'
import { Fragment, Schema, Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { ySyncPlugin, yUndoPlugin, ySyncPluginKey, undo, yUndoPluginKey, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

const { texts, places, large } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const schema = new Schema({
  nodes: { doc: { content: 'block+' }, paragraph: { group: 'block', content: 'inline*' }, text: { group: 'inline' } },
  marks: { bold: {}, italic: {} },
})
const paragraph = (words) => schema.node('paragraph', null, schema.text(words))

class Seat {
  constructor(start, client) {
    this.doc = new Y.Doc()
    this.doc.clientID = client
    Y.applyUpdate(this.doc, start)
    this.sent = []
    const plugins = [ySyncPlugin(this.doc.getXmlFragment('body')), yUndoPlugin()]
    this.state = EditorState.create({ schema, plugins })
    this.views = []
    this.dom = {}
    this.views = plugins.map((plugin) => plugin.spec.view?.(this)).filter(Boolean)
    this.doc.on('update', (update, origin) => {
      if (origin !== 'line') this.sent.push(update)
    })
  }

  hasFocus() {
    return false
  }

  dispatch = (transaction) => {
    const before = this.state
    this.state = this.state.applyTransaction(transaction).state
    for (const view of this.views) view.update?.(this, before)
  }

  at(place, where) {
    const { doc } = this.state
    const index = Math.min(doc.childCount - 2, Math.floor(place * doc.childCount))
    let pos = 1
    for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
    return where === 'start' ? pos : pos + (doc.child(index).content.size >> 1)
  }
}

const seeded = new Y.Doc()
seeded.clientID = 1
updateYFragment(seeded, seeded.getXmlFragment('body'), schema.node('doc', null, texts.map(paragraph)), { mapping: new Map(), isOMark: new Map() })
const start = Y.encodeStateAsUpdate(seeded)
const [one, other] = [new Seat(start, 11), new Seat(start, 12)]
const times = {}
const note = (work, began) => {
  if (work !== null) (times[work] ??= []).push(performance.now() - began)
}

function time(local, remote, act) {
  let began = performance.now()
  act(one)
  note(local, began)
  const updates = one.sent.splice(0)
  began = performance.now()
  for (const update of updates) Y.applyUpdate(other.doc, update, 'line')
  note(remote, began)
}
const edit = (local, remote, change) => time(local, remote, ({ state, dispatch }) => dispatch(change(state.tr)))
const newAct = () => yUndoPluginKey.getState(one.state).undoManager.stopCapturing()

function moveDown(tr, place) {
  const from = one.at(place, 'start') - 1
  const upper = tr.doc.nodeAt(from)
  const lower = tr.doc.nodeAt(from + upper.nodeSize)
  return tr.replace(from, from + upper.nodeSize + lower.nodeSize, new Slice(Fragment.fromArray([lower, upper]), 0, 0))
}

for (const place of places) {
  const pos = one.at(place, 'middle')
  edit('key', 'key, remote', (tr) => tr.insertText('x', pos))
  edit(null, 'delete a character, remote', (tr) => tr.delete(pos, pos + 1))
}
for (const place of places) {
  const pos = one.at(place, 'middle')
  edit('split', 'split, remote', (tr) => tr.split(pos))
  edit('merge', 'merge, remote', (tr) => tr.join(pos + 1))
}
for (let round = 0; round < large; round++) {
  newAct()
  const pos = one.at(places[round] ?? 0.5, 'start') - 1
  const pasted = Fragment.fromArray(texts.slice(0, 500).map(paragraph))
  edit('paste of 500', 'paste of 500, remote', (tr) => tr.replace(pos, pos, new Slice(pasted, 0, 0)))
  newAct()
  time('undo of the paste', 'undo of the paste, remote', ({ state }) => undo(state))
}
for (const place of places) {
  const pos = one.at(place, 'start') - 1
  edit('remove', 'remove, remote', (tr) => tr.delete(pos, pos + tr.doc.nodeAt(pos).nodeSize))
}
for (const place of places) edit('move', 'move, remote', (tr) => moveDown(tr, place))
for (const place of places) {
  const pos = one.at(place, 'middle')
  edit('split after moves', 'split after moves, remote', (tr) => tr.split(pos))
}
const shown = ({ doc }) => doc.getXmlFragment('body').toString()
if (shown(one) !== shown(other) || ySyncPluginKey.getState(one.state) === undefined) throw new Error('the two replicas differ')
console.log(JSON.stringify(times))
