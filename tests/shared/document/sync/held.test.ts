import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removeClause, splitClause } from '#shared/document/index.ts'
import { Desk, paragraphs, twoAt, type Peer } from '../desk.ts'

/** Has `peer` begin to compose at `offset` of clause `index`, as an input method does. */
function beginsToCompose(peer: Peer, index: number, offset: number): void {
  peer.editor.composing = true
  peer.select(peer.at(index, offset))
}

/** What is composed gives way to `text`, as each key of an input method has it. */
function composes({ editor }: Peer, text: string, instead: string): void {
  const { head } = editor.state.selection
  editor.dispatch(editor.state.tr.insertText(text, head - instead.length, head))
}

function ends(peer: Peer): void {
  peer.editor.composing = false
  peer.sync.flush()
}

const composing = ({ editor }: Peer) => editor.state.selection.$head.parent

describe('while one composes', () => {
  type Other = readonly [string, (other: Peer) => void, readonly string[]]
  const others: readonly Other[] = [
    ['writes before it in the same clause', (other) => other.type(1, 0, 'so '), ['before', 'so one 日本 two', 'after']],
    ['writes behind it in the same clause', (other) => other.type(1, 7, '!'), ['before', 'one 日本 two!', 'after']],
    ['writes at the very place', (other) => other.type(1, 4, 'X'), ['before', 'one 日本 Xtwo', 'after']],
    ['deletes the words around', (other) => other.erase([1, 1], [1, 6]), ['before', 'o日本 o', 'after']],
    ['splits the clause', (other) => other.split(1, 4), ['before', 'one 日本 ', 'two', 'after']],
    ['splits it further on', (other) => other.split(1, 6), ['before', 'one 日本 tw', 'o', 'after']],
    ['merges it into the one before', (other) => other.merge(1), ['beforeone 日本 two', 'after']],
    ['merges the next one into it', (other) => other.merge(2), ['before', 'one 日本 twoafter']],
    ['moves it down', (other) => other.down(1), ['before', 'after', 'one 日本 two']],
    ['moves another clause', (other) => other.up(2), ['before', 'after', 'one 日本 two']],
    ['removes the clause', (other) => other.remove(1), ['before', 'after']],
    ['writes elsewhere', (other) => other.type(0, 6, ' this'), ['before this', 'one 日本 two', 'after']],
    ['splits another clause', (other) => other.split(0, 2), ['be', 'fore', 'one 日本 two', 'after']],
  ]
  test.each(others)('[DC17] another %s: the composition goes on, and ends with its words once', (_what, act, result) => {
    const [one, other, desk] = twoAt('before', 'one two', 'after')
    beginsToCompose(one, 1, 4)
    composes(one, 'に', '')
    composes(one, 'にほ', 'に')
    act(other)
    const node = composing(one)
    for (const update of other.sent.splice(0)) one.hear(update)
    expect(composing(one), 'the node in which words are composed').toBe(node)
    composes(one, 'にほん', 'にほ')
    composes(one, '日本 ', 'にほん')
    expect(composing(one).textContent).toBe('one 日本 two')
    ends(one)
    composesNothingMore(one)
    expect(desk.exchange()).toEqual(result)
  })

  test('[DC17] what does not touch the clause is shown at once', () => {
    const [one, other] = twoAt('before', 'one two', 'after')
    beginsToCompose(one, 1, 4)
    other.type(0, 0, 'well ')
    other.split(2, 2)
    for (const update of other.sent.splice(0)) one.hear(update)
    expect(one.texts()).toEqual(['well before', 'one two', 'af', 'ter'])
  })

  test('[DC17] a clause that comes from behind it to before it waits: the view would draw anew what stood between', () => {
    const [one, other] = twoAt('before', 'one two', 'after')
    beginsToCompose(one, 1, 4)
    other.up(2)
    for (const update of other.sent.splice(0)) one.hear(update)
    expect(one.texts()).toEqual(['before', 'one two', 'after'])
    ends(one)
    expect(one.texts()).toEqual(['before', 'after', 'one two'])
  })

  test('[DC17] the caret stays behind what was composed', () => {
    const [one, other] = twoAt('before', 'one two')
    beginsToCompose(one, 1, 4)
    composes(one, '日', '')
    other.type(1, 0, 'so ')
    other.split(1, 7)
    for (const update of other.sent.splice(0)) one.hear(update)
    ends(one)
    const { $head } = one.editor.state.selection
    expect([one.texts(), $head.parent.textContent, $head.parentOffset]).toEqual([['before', 'so one 日', 'two'], 'so one 日', 8])
  })

  test('[DC17] an act of another kind waits for what was held back: it is refused, and the page comes first', async () => {
    const [one, other, desk] = twoAt('one two', 'after')
    beginsToCompose(one, 0, 4)
    other.type(0, 0, 'so ')
    for (const update of other.sent.splice(0)) one.hear(update)
    expect(one.texts()).toEqual(['one two', 'after'])
    one.editor.run(splitClause)
    expect(one.texts()).toEqual(['one two', 'after'])
    await Promise.resolve()
    expect(one.texts()).toEqual(['so one two', 'after'])
    one.editor.run(splitClause)
    expect(desk.exchange()).toEqual(['so one ', 'two', 'after'])
  })

  test('[DC17] undo in the middle of it shows first what was held back', () => {
    const [one, other] = twoAt('one two', 'after')
    one.type(1, 5, '!')
    beginsToCompose(one, 0, 4)
    other.type(0, 0, 'so ')
    for (const update of other.sent.splice(0)) one.hear(update)
    expect(one.texts()).toEqual(['one two', 'after!'])
    expect(one.sync.undo()).toBe(true)
    expect(one.texts()).toEqual(['so one two', 'after'])
  })

  test('[DC17] what was composed is one’s own to undo', () => {
    const [one, other, desk] = twoAt('one two', 'after')
    beginsToCompose(one, 0, 4)
    other.type(0, 0, 'so ')
    for (const update of other.sent.splice(0)) one.hear(update)
    composes(one, '日本', '')
    ends(one)
    expect(desk.exchange()).toEqual(['so one 日本two', 'after'])
    one.sync.undo()
    expect(desk.exchange()).toEqual(['so one two', 'after'])
  })
})

/** A second end changes nothing. */
function composesNothingMore(peer: Peer): void {
  const before = peer.editor.state.doc
  peer.sync.flush()
  expect(peer.editor.state.doc).toBe(before)
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`)
}

type Turn = Readonly<{ what: 'compose' | 'type' | 'erase' | 'split' | 'merge' | 'up' | 'down' | 'remove' | 'hear' | 'end'; at: number; to: number }>
const fraction = fc.double({ min: 0, max: 0.999, noNaN: true })
const anyTurn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom('compose' as const, 'compose' as const, 'type' as const, 'erase' as const, 'split' as const, 'merge' as const, 'up' as const, 'down' as const, 'remove' as const, 'hear' as const, 'hear' as const, 'end' as const),
  at: fraction,
  to: fraction,
})

test('[DC17] whatever others do, what is composed is left alone until it ends, is written once, and both then read the same', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { minLength: 3, maxLength: 40 }), fraction, (turns, start) => {
      const desk = new Desk(paragraphs(['one two', 'three', 'four five six']))
      const [one, other] = [desk.peer(0), desk.peer(1)]
      let composed = ''
      let next = 0x4e00
      const begin = (at: number) => {
        const { doc } = one.editor.state
        one.editor.composing = true
        one.editor.dispatch(one.editor.state.tr.setSelection(TextSelection.near(doc.resolve(Math.floor(at * doc.content.size)))))
      }
      begin(start)
      const written: string[] = []
      for (const { what, at, to } of turns) {
        const { doc } = other.editor.state
        const index = Math.floor(at * doc.childCount)
        const offset = Math.floor(to * (doc.child(index).content.size + 1))
        if (what === 'compose') {
          const word = String.fromCharCode(next++, next++)
          const was = composing(one).textContent
          composes(one, composed + word, composed)
          composed += word
          must(composing(one).textContent.length === was.length + 2 && one.doc.getText('body').toJSON().includes(word), 'what is composed is written')
          written.push(word)
        } else if (what === 'hear') {
          const node = composing(one)
          for (const update of other.sent.splice(0)) one.hear(update)
          must(composing(one) === node, 'the clause is left alone')
        } else if (what === 'end') {
          ends(one)
          desk.exchange()
          composed = ''
          begin(at)
        } else if (what === 'type') other.type(index, offset, 'x')
        else if (what === 'erase') other.erase([index, Math.min(offset, doc.child(index).content.size)], [index, doc.child(index).content.size])
        else if (what === 'split') other.split(index, offset)
        else if (what === 'merge') other.merge(index)
        else if (what === 'remove') other.run(index, 0, removeClause)
        else other[what](index)
      }
      ends(one)
      const shown = desk.exchange().join('')
      const everything = one.doc.getText('body').toJSON()
      for (const word of written) expect(everything.split(word).length - 1).toBeLessThanOrEqual(1)
      for (const character of written.join('')) expect(shown.split(character).length - 1).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
})
