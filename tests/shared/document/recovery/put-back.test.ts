import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PutBack, rescuedText } from '#shared/document/index.ts'
import { Desk, paragraphs, twoAt, type Peer } from '../desk.ts'

const quotes = (peer: Peer) => rescuedText(peer.doc).map(({ text }) => text)

function putsBack(peer: Peer, way: PutBack, at = 0) {
  const passage = peer.sync.rescued()[at]
  if (!passage) throw new Error('the tray is empty')
  return peer.sync.putBack(passage, way)
}

/** One removes the second clause while two types `words` into it. */
function rescue(words = '++', offset = 3): readonly [Peer, Peer, Desk] {
  const [one, two, desk] = twoAt('First.', 'abcdef', 'Last.')
  one.remove(1)
  two.type(1, offset, words)
  desk.exchange()
  return [one, two, desk]
}

describe.each(['clause', 'words'] as const)('[DC21] rescued words that are put back, the %s', (way) => {
  const shown = way === 'clause' ? 'abc++def' : '++'

  test('stand once for everybody, where they were, under who wrote them, and leave every tray', () => {
    const [one, two, desk] = rescue()
    const [before] = one.sync.rescued()
    expect(putsBack(one, way)).toBe(one.ids()[1])
    expect(desk.exchange()).toEqual(['First.', shown, 'Last.'])
    expect([quotes(one), quotes(two)]).toEqual([[], []])
    const runs = one.sync.written()[1]?.runs ?? []
    expect(runs.find(({ client }) => client === 2)?.clock).toBe(before?.ranges[0]?.clock)
  })

  test('come back at the place to which the clauses around them moved', () => {
    const [one, , desk] = twoAt('First.', 'abcdef', 'Last.')
    const two = desk.peer(1)
    two.down(1)
    desk.exchange()
    one.remove(2)
    two.type(2, 3, '++')
    desk.exchange()
    putsBack(one, way)
    expect(desk.exchange()).toEqual(['First.', 'Last.', shown])
  })

  test('by two at once stand once', () => {
    const [one, two, desk] = rescue()
    putsBack(one, way)
    putsBack(two, way)
    const after = desk.exchange()
    expect(after.filter((text) => text !== '')).toEqual(['First.', shown, 'Last.'])
    expect([quotes(one), quotes(two)]).toEqual([[], []])
  })

  test('by one act of undo go back to the tray, also their own author’s; redo shows them again', () => {
    const [one, two, desk] = rescue()
    for (const peer of [one, two]) {
      putsBack(peer, way)
      desk.exchange()
      peer.sync.undo()
      expect(desk.exchange()).toEqual(['First.', 'Last.'])
      expect([quotes(one), quotes(two)]).toEqual([['++'], ['++']])
    }
    two.sync.redo()
    expect(desk.exchange()).toEqual(['First.', shown, 'Last.'])
    expect(quotes(one)).toEqual([])
  })

  test('and removed again on purpose are not rescued again', () => {
    const [one, two, desk] = rescue()
    putsBack(one, way)
    desk.exchange()
    two.remove(1)
    expect(desk.exchange()).toEqual(['First.', 'Last.'])
    expect(quotes(one)).toEqual([])
  })

  test('keep what a third hand types into them meanwhile', () => {
    const [one, two, desk] = twoAt('First.', 'abcdef')
    one.remove(1)
    two.type(1, 3, '+-')
    desk.exchange()
    putsBack(one, way)
    desk.exchange()
    two.type(1, way === 'clause' ? 4 : 1, '=')
    expect(desk.exchange()[1]).toBe(way === 'clause' ? 'abc+=-def' : '+=-')
  })
})

test('[DC21] put back once, a passage is no longer there to be put back', () => {
  const [one, two, desk] = rescue()
  const [passage] = two.sync.rescued()
  putsBack(one, 'words')
  desk.exchange()
  expect(passage && two.sync.putBack(passage, 'clause')).toBeNull()
  expect(desk.exchange()).toEqual(['First.', '++', 'Last.'])
})

test('[DC21] the words alone come back by themselves; what was removed on purpose stays removed, and further passages in the tray', () => {
  const [one, two, desk] = twoAt('First.', 'abcdef')
  one.remove(1)
  two.type(1, 4, 'YY')
  two.type(1, 2, 'XX')
  desk.exchange()
  expect(quotes(one)).toEqual(['XX', 'YY'])
  putsBack(one, 'words')
  expect(desk.exchange()).toEqual(['First.', 'XX'])
  expect(quotes(two)).toEqual(['YY'])
  putsBack(two, 'words')
  expect(desk.exchange()).toEqual(['First.', 'XX', 'YY'])
  expect(quotes(two)).toEqual([])
})

test('[DC21] after the words alone, whoever removed the clause can still take that back, and the clause stands with them once', () => {
  const [one, , desk] = rescue()
  const two = desk.peer(1)
  putsBack(two, 'words')
  desk.exchange()
  one.sync.undo()
  expect(desk.exchange().join('|')).toBe('First.|abc|++|Last.')
})

test('[DC21] a clause that was merged of several comes back whole', () => {
  const [one, two, desk] = twoAt('First.', 'abc', 'def', 'Last.')
  one.merge(2)
  desk.exchange()
  one.remove(1)
  two.type(1, 5, '++')
  desk.exchange()
  putsBack(two, 'clause')
  expect(desk.exchange()).toEqual(['First.', 'abcde++f', 'Last.'])
})

test('[DC21] what is set apart leaves a merged clause behind it where it was', () => {
  const [one, two, desk] = twoAt('First.', 'abc', 'def', 'Last.')
  two.type(1, 3, '++')
  one.merge(2)
  one.remove(1)
  desk.exchange()
  putsBack(one, 'words')
  expect(desk.exchange()).toEqual(['First.', '++', 'Last.'])
  expect(quotes(one)).toEqual([])
  one.sync.undo()
  one.sync.undo() // of the removal
  expect(desk.exchange()).toEqual(['First.', 'abcdef', 'Last.'])
  expect(quotes(two)).toEqual(['++'])
})

test('[DC21] what is set apart does not take in the clause behind it that stood alone because its front was removed', () => {
  const [one, two, desk] = twoAt('First.', 'abc', 'def')
  one.merge(2)
  one.type(1, 3, '++')
  two.remove(1)
  expect(desk.exchange()).toEqual(['First.', 'def'])
  putsBack(two, 'words')
  expect(desk.exchange()).toEqual(['First.', '++', 'def'])
})

test('[DC21] after one passage came back alone, the rest of the clause still comes back as one', () => {
  const [one, two, desk] = twoAt('First.', 'abcdef')
  one.remove(1)
  two.type(1, 4, 'YY')
  two.type(1, 2, 'XX')
  desk.exchange()
  putsBack(one, 'words')
  desk.exchange()
  putsBack(two, 'clause')
  expect(desk.exchange()).toEqual(['First.', 'abcdYYef', 'XX'])
})

test('[DC20] undo of an act that reached into a clause since removed, and elsewhere, leaves one’s other words there in the tray', () => {
  const [one, two, desk] = twoAt('First.', 'abc', 'def')
  two.type(1, 1, '=')
  const { state } = two.editor
  two.editor.dispatch(state.tr.insertText('+', two.at(1, 4)).split(two.at(2, 1) + 1))
  expect(two.texts()).toEqual(['First.', 'a=bc+', 'd', 'ef'])
  one.remove(1)
  desk.exchange()
  expect(quotes(one)).toEqual(['=', '+'])
  two.sync.undo()
  expect(desk.exchange()).toEqual(['First.', 'def'])
  expect(quotes(one)).toEqual(['='])
})

test('[DC20] undo of what was typed into a clause since removed leaves the rest of one’s own words in the tray', () => {
  const [one, two, desk] = twoAt('First.', 'abc')
  one.remove(1)
  two.type(1, 1, '+')
  two.type(1, 3, '=')
  desk.exchange()
  expect(quotes(one)).toEqual(['+', '='])
  two.sync.undo()
  desk.exchange()
  expect(quotes(one)).toEqual(['+'])
})

type Act = Readonly<{ who: number; act: 'type' | 'remove' | 'split' | 'merge' | 'down' | 'undo' | 'redo' | 'exchange' | 'rescue' | PutBack; clause: number; offset: number }>

/** Three who write unique characters, remove, put back and undo, now and then in touch. */
class Table {
  readonly desk = new Desk(paragraphs(['abc', 'def', 'ghi']), 3)
  /** Characters that somebody saw go by an act of their own: removed, or undone. */
  readonly seenGone = new Set<string>()
  typed = 0

  fresh(): string {
    return String.fromCodePoint(0x4e00 + this.typed++)
  }

  play({ who, act, clause, offset }: Act): void {
    const peer = this.desk.peer(who)
    const index = clause % peer.texts().length
    const end = (peer.texts()[index]?.length ?? 0) + 1
    if (act === 'exchange') this.desk.exchange()
    else if (act === 'rescue') this.#rescue(who, clause, offset)
    else if (act === 'type') peer.type(index, offset % end, this.fresh())
    else if (act === 'split') peer.split(index, offset % end)
    else if (act === 'merge') peer.merge(index)
    else if (act === 'down') peer.down(index)
    else if (act === 'clause' || act === 'words') {
      const passage = peer.sync.rescued()[clause % Math.max(1, peer.sync.rescued().length)]
      if (passage) peer.sync.putBack(passage, act)
    } else {
      const before = [...peer.texts(), ...quotes(peer)].join('')
      if (act === 'remove') peer.remove(index)
      else if (act === 'undo') peer.sync.undo()
      else peer.sync.redo()
      const after = [...peer.texts(), ...quotes(peer)].join('')
      for (const character of before) if (!after.includes(character)) this.seenGone.add(character)
    }
  }

  /** One removes a clause in which another types at that moment. */
  #rescue(who: number, clause: number, offset: number): void {
    this.desk.exchange()
    const [peer, other] = [this.desk.peer(who), this.desk.peer((who + 1 + (offset % 2)) % 3)]
    const index = clause % peer.texts().length
    const text = peer.texts()[index] ?? ''
    other.type(index, offset % (text.length + 1), this.fresh() + this.fresh())
    for (const character of text) this.seenGone.add(character)
    peer.remove(index)
    this.desk.exchange()
  }
}

test('[DC20] [DC21] whatever three do, put back, undone or not, no word typed is lost unseen; without undo none stands twice', () => {
  const acts = ['type', 'remove', 'split', 'merge', 'down', 'undo', 'redo', 'exchange', 'rescue', 'rescue', 'clause', 'clause', 'words', 'words'] as const
  const anyAct: fc.Arbitrary<Act> = fc.record({ who: fc.nat(2), act: fc.constantFrom(...acts), clause: fc.nat(5), offset: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 6, maxLength: 40 }), fc.boolean(), (script, withUndo) => {
      const table = new Table()
      for (const act of script) if (withUndo || (act.act !== 'undo' && act.act !== 'redo')) table.play(act)
      const words = table.desk.exchange().join('')
      const trays = table.desk.peers.map(quotes)
      expect(new Set(trays.map((tray) => JSON.stringify(tray))).size).toBe(1)
      const kept = words + (trays[0] ?? []).join('')
      const wanted = Array.from({ length: table.typed }, (_, at) => String.fromCodePoint(0x4e00 + at))
      expect(wanted.filter((character) => !table.seenGone.has(character) && !kept.includes(character))).toEqual([])
      expect(wanted.filter((character) => !withUndo && kept.split(character).length > 2)).toEqual([])
    }),
    { seed: 1959, numRuns: 250 },
  )
})
