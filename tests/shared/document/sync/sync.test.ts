import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftSync, headlessEditor, readDraft, toggleEm, type DraftSync } from '#shared/document/index.ts'
import { countedIds, Desk, paragraphs, Peer, twoAt } from '../desk.ts'

/** The steps by which the editor of `peer` took in what `change` brings. */
function stepsOf(peer: Peer, change: () => void): { name: string; size: number }[] {
  const steps: { name: string; size: number }[] = []
  const { dispatch } = peer.editor
  peer.editor.dispatch = (transaction) => {
    for (const step of transaction.steps) {
      const json = step.toJSON() as { stepType: string; from?: number; to?: number; slice?: unknown }
      steps.push({ name: json.stepType, size: JSON.stringify(json.slice ?? '').length + ((json.to ?? 0) - (json.from ?? 0)) })
    }
    dispatch(transaction)
  }
  change()
  peer.editor.dispatch = dispatch
  return steps
}

describe('somebody else’s change', () => {
  test('[DC7] of words is one step for each splice', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    a.type(0, 1, 'X')
    a.type(0, 6, 'Y')
    a.erase([1, 0], [1, 1])
    const merged = Y.mergeUpdates(a.sent.splice(0))
    const steps = stepsOf(b, () => Y.applyUpdate(b.doc, merged, 'line'))
    expect(steps.map(({ name }) => name)).toEqual(['replace', 'replace', 'replace'])
    expect(desk.exchange()).toEqual(['aXbcdeYf', 'wo'])
  })

  test('[DC7] that repeats a letter lands where it was typed', () => {
    const [a, b, desk] = twoAt('aaa')
    b.select(b.at(0, 1))
    a.type(0, 0, 'a')
    desk.exchange()
    expect(b.editor.state.selection.anchor).toBe(b.at(0, 2))
  })

  test('[DC7] of structure leaves every other clause the node it was', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three', 'four')
    const { doc } = b.editor.state
    a.split(1, 1)
    desk.exchange()
    expect(b.editor.state.doc.child(0)).toBe(doc.child(0))
    expect(b.editor.state.doc.child(4)).toBe(doc.child(3))
    a.down(0)
    const steps = stepsOf(b, () => desk.exchange())
    expect(steps.length).toBeLessThanOrEqual(2)
    expect(steps.every(({ size }) => size < 200)).toBe(true)
  })

  test('[DC7] of clauses none of which is visible leaves the one empty clause that stands for them as it is', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.remove(0)
    b.remove(1)
    expect(desk.exchange()).toEqual([])
    const { doc } = b.editor.state
    expect(doc.childCount).toBe(1)
    a.sync.undo()
    a.sync.redo() // there and back, which arrives as one
    const merged = Y.mergeUpdates(a.sent.splice(0))
    expect(stepsOf(b, () => Y.applyUpdate(b.doc, merged, 'line'))).toEqual([])
    expect(b.editor.state.doc.child(0)).toBe(doc.child(0))
  })

  test('[DC7] leaves the caret with its words through split, merge, move and undo', () => {
    const [a, b, desk] = twoAt('abcdef', 'two', 'three')
    const caret = () => {
      const { $from } = b.editor.state.selection
      return `${$from.parent.textContent.slice(0, $from.parentOffset)}|${$from.parent.textContent.slice($from.parentOffset)}`
    }
    b.select(b.at(0, 5))
    a.split(0, 3)
    desk.exchange()
    expect(caret()).toBe('de|f')
    a.down(1)
    desk.exchange()
    expect(caret()).toBe('de|f')
    a.sync.undo()
    a.sync.undo()
    desk.exchange()
    expect(caret()).toBe('abcde|f')
    b.select(b.at(1, 1))
    a.merge(1)
    desk.exchange()
    expect(caret()).toBe('abcdeft|wo')
  })
})

describe('formatting', () => {
  const formats = (peer: Peer) => peer.doc.getText('body').toDelta().slice(1) as unknown[]

  test('[DC8] the same word made bold by two stands once', () => {
    const [a, b, desk] = twoAt('it shall be')
    for (const peer of [a, b]) {
      peer.select(peer.at(0, 3), peer.at(0, 8))
      peer.editor.run(toggleEm)
    }
    expect(desk.exchange()).toEqual(['it shall be'])
    expect(readDraft(a.doc).clauses[0]?.spans).toEqual([{ from: 3, to: 8, mark: 'em' }])
  })

  test('[DC8] one emoji replaced by another of the same first half is replaced whole', () => {
    const [a, b, desk] = twoAt('a😀b')
    a.editor.dispatch(a.editor.state.tr.insertText('\ude01', a.at(0, 2), a.at(0, 3)))
    b.type(0, 0, 'x')
    expect(desk.exchange()).toEqual(['xa😁b'])
    expect(readDraft(b.doc).clauses[0]?.text.isWellFormed()).toBe(true)
  })

  test('[DC8] what a newer client wrote survives typing, split, merge, move and undo', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    b.doc.transact(() => {
      b.doc.getText('body').format(2, 3, { 'b:one': { owner: 'A' } })
      b.doc.getText('body').insertEmbed(5, { footnote: 1 }, { 'b:one': { owner: 'A' } })
    }, 'newer')
    desk.exchange()
    a.type(0, 2, 'X')
    a.split(0, 3)
    a.merge(1)
    a.down(0)
    a.sync.undo()
    desk.exchange()
    expect(formats(b).flatMap((op) => (JSON.stringify(op).includes('b:one') ? [op] : []))).toEqual([
      { insert: 'bX', attributes: { 'b:one': { owner: 'A' } } },
      ...formats(b).filter((op) => JSON.stringify(op).includes('"clause"') && JSON.stringify(op).includes('b:one')),
      { insert: 'cd', attributes: { 'b:one': { owner: 'A' } } },
      { insert: { footnote: 1 }, attributes: { 'b:one': { owner: 'A' } } },
    ])
    expect(readDraft(b.doc).clauses[0]?.text).toBe('abXcd\ufffcef')
  })
})

describe('undo', () => {
  test('[DC2] takes back one’s own act beside what others did', () => {
    const [a, b, desk] = twoAt('abc')
    a.type(0, 3, 'XYZ')
    desk.exchange()
    b.type(0, 4, '--')
    desk.exchange()
    expect(a.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['abc--'])
    expect(a.sync.redo()).toBe(true)
    expect(desk.exchange()).toEqual(['abcX--YZ'])
    expect(b.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['abcXYZ'])
  })

  test('[DC2] says whether there is something to undo, and tells those who asked', () => {
    const [a, b, desk] = twoAt('abc')
    let told = 0
    const stop = a.sync.subscribe(() => told++)
    expect(a.sync.undoState()).toEqual({ canUndo: false, canRedo: false })
    b.type(0, 0, 'x')
    desk.exchange()
    expect(a.sync.undo()).toBe(false)
    a.type(0, 0, 'y')
    expect(a.sync.undoState()).toEqual({ canUndo: true, canRedo: false })
    a.sync.undo()
    expect(a.sync.undoState()).toEqual({ canUndo: false, canRedo: true })
    expect(told).toBe(2)
    stop()
    a.sync.redo()
    expect(told).toBe(2)
  })

  test('[DC2] typing on in one clause is one act, structure and another clause begin a new one', () => {
    const desk = new Desk(paragraphs(['abc', 'def']), 0)
    expect(desk.peers).toEqual([])
    const [peer] = twoAt('abc', 'def')
    const sync = draftSync({ doc: peer.doc, newId: countedIds(5000), pauseMs: 1_000_000 })
    const editor = headlessEditor(sync)
    const type = (pos: number) => editor.dispatch(editor.state.tr.insertText('x', pos))
    const texts = () => readDraft(peer.doc).clauses.map(({ text }) => text)
    type(4)
    type(5)
    type(8)
    expect(texts()).toEqual(['abcxx', 'xdef'])
    sync.undo()
    expect(texts()).toEqual(['abcxx', 'def'])
    sync.undo()
    expect(texts()).toEqual(['abc', 'def'])
  })

  test('[DC2] puts the caret where it changed something', () => {
    const [a] = twoAt('abc', 'def')
    a.type(1, 1, 'X')
    a.select(a.at(0, 0))
    a.sync.undo()
    expect(a.editor.state.selection.anchor).toBe(a.at(1, 1))
  })
})

describe('an editor', () => {
  test('[DC7] that is opened late, or again after a pause, shows the draft', () => {
    const [a, b, desk] = twoAt('one', 'two')
    b.editor.detach()
    a.split(0, 1)
    const [update] = a.sent.splice(0)
    if (update) Y.applyUpdate(b.doc, update, 'line')
    expect(b.texts()).toEqual(['one', 'two'])
    b.sync.attach(b.editor)
    expect(b.texts()).toEqual(['o', 'ne', 'two'])
    b.type(0, 1, '!')
    expect(desk.exchange()).toEqual(['o!', 'ne', 'two'])
  })

  test('carets travel as JSON and come back as positions', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    a.select(a.at(0, 2), a.at(1, 1))
    const sent: unknown = JSON.parse(JSON.stringify(a.sync.caretPlaces(a.editor.state)))
    b.type(0, 0, '++')
    desk.exchange()
    expect(b.sync.caretPositions(b.editor.state, sent)).toEqual({ anchor: b.at(0, 4), head: b.at(1, 1) })
    for (const raw of [null, 1, {}, { anchor: 'zz', head: 'zz' }, { anchor: '00', head: 5 }]) {
      expect(b.sync.caretPositions(b.editor.state, raw)).toBe(null)
    }
  })

  test('[DC10] makes and resolves places without reading the draft anew', () => {
    const [a] = twoAt('abc')
    const id = readDraft(a.doc).clauses[0]?.id
    if (!id) throw new Error('no clause')
    const place = a.sync.placeAt({ clauseId: id, offset: 2 })
    a.type(0, 0, 'x')
    expect(place && a.sync.resolvePlace(place)).toEqual({ clauseId: id, offset: 3 })
    a.remove(0)
    expect(place && a.sync.resolvePlace(place)).not.toEqual({ clauseId: id, offset: 0 })
  })

  test('[DC7] may not be written in before the draft has arrived', () => {
    const doc = new Y.Doc()
    const sync: DraftSync = draftSync({ doc, newId: countedIds() })
    const editor = headlessEditor(sync)
    const editable = sync.plugin.props.editable
    expect(editable?.call(sync.plugin, editor.state)).toBe(false)
    const seeded = twoAt('abc')[0].doc
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seeded))
    expect(editable?.call(sync.plugin, editor.state)).toBe(true)
    expect(editor.state.doc.textContent).toBe('abc')
    expect(editor.state.selection).toBeInstanceOf(TextSelection)
  })
})
