import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DraftModel, type Absorbed } from '#shared/document/model/model.ts'
import { entryOf, rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import { blockPieces } from '#shared/document/model/segment.ts'
import { copyOf, draftWith, meet } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

/** All that a model says of its draft, for comparison with a fresh one. */
const saidBy = (model: DraftModel) => ({
  storage: model.storage.map(({ id, at, flags, reading, startFormat }) => ({ id, at, flags, pieces: reading.pieces, width: reading.width, format: startFormat.key })),
  blocks: model.blocks.map((block) => ({ index: block.index, segments: block.segments.map(({ id }) => id), pieces: blockPieces(block) })),
  moves: model.moves,
  indexes: model.storage.map((segment) => model.bodyIndex(segment)),
})

const EXISTING = ['1', '2', '3'].map(idNamed)
/** Anything a client can do to a draft, be it honest or not. */
const DEEDS = ['type', 'delete', 'format', 'mark', 'mark again', 'join', 'remove', 'move', 'kind', 'odd'] as const
type Deed = Readonly<{ deed: (typeof DEEDS)[number]; at: number; to: number }>
const deedsOf = (...left: readonly Deed['deed'][]) =>
  fc.array(fc.record({ deed: fc.constantFrom(...DEEDS.filter((deed) => !left.includes(deed))), at: fc.nat(60), to: fc.nat(60) }), { minLength: 1, maxLength: 5 })

let made = 0
function act(doc: Y.Doc, { deed, at, to }: Deed): void {
  const { body, clauses, moves } = rootsOf(doc)
  const index = 1 + (at % Math.max(1, body.length))
  const [id, other] = [EXISTING[at % 3] ?? idNamed('1'), EXISTING[to % 3] ?? idNamed('1')]
  const entry = entryOf(clauses, id)
  if (deed === 'type') body.insert(Math.min(index, body.length), 'word')
  if (deed === 'delete') body.delete(Math.min(index, body.length - 1), Math.min(to % 5, body.length - index))
  if (deed === 'format') body.format(Math.min(index, body.length), to % 9, { strong: at % 2 === 0 ? true : null })
  if (deed === 'mark again') body.insertEmbed(Math.min(index, body.length), { clause: id })
  if (deed === 'mark') {
    const fresh = idNamed(`m${made++ % 999}${doc.clientID}`)
    if (clauses.has(fresh)) return
    writeEntry(clauses, fresh, { kind: 'text', depth: 0, number: null, from: id, heads: at % 2 === 0 })
    body.insertEmbed(Math.min(index, body.length), { clause: fresh })
  }
  if (deed === 'join') entry?.set('joined', to % 2 === 0 ? '<' : [other, to, doc.clientID])
  if (deed === 'remove') entry?.set('removed', to % 3 > 0)
  if (deed === 'move') moves.push([{ id, after: to % 4 === 0 ? null : other, stamp: [to, doc.clientID] }])
  if (deed === 'kind') entry?.set('depth', to % 4)
  if (deed === 'odd') clauses.set(to % 2 === 0 ? id : 'no clause', to)
}

/** A draft with a model that hears every transaction, and a second hand that writes to it. */
function listening() {
  const doc = draftWith(par('The Parties'), par('shall cooperate'), par('.'))
  const model = new DraftModel(doc)
  const heard: Absorbed[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => heard.push(model.absorb(transaction)))
  return { doc, model, heard }
}

describe('a model that takes in what others do', () => {
  test('says the same as one that reads everything anew, after honest work', () => {
    fc.assert(
      fc.property(fc.array(deedsOf('delete', 'mark again', 'odd'), { maxLength: 6 }), (rounds) => {
        const { doc, model } = listening()
        const other = copyOf(doc, 2)
        for (const deeds of rounds) {
          other.transact(() => {
            for (const deed of deeds) act(other, deed)
          })
          meet(other, doc)
          expect(saidBy(model)).toEqual(saidBy(new DraftModel(doc)))
        }
      }),
    )
  })

  test('says the same as one that reads everything anew, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(deedsOf(), { maxLength: 6 }), fc.boolean(), (rounds, together) => {
        const { doc, model } = listening()
        const others = [copyOf(doc, 2), copyOf(doc, 3)]
        rounds.forEach((deeds, index) => {
          const other = others[index % 2] ?? doc
          other.transact(() => {
            for (const deed of deeds) act(other, deed)
          })
          if (!together) meet(other, doc)
          expect(saidBy(model)).toEqual(saidBy(new DraftModel(doc)))
        })
        meet(doc, ...others)
        expect(saidBy(model)).toEqual(saidBy(new DraftModel(doc)))
      }),
    )
  })

  test('touches the clause that was typed in and no other, without a new layout', () => {
    const { doc, model, heard } = listening()
    const before = model.blocks
    rootsOf(doc).body.insert(3, 'x')
    expect(heard.map(({ structural, touched }) => [structural, [...touched].map(({ id }) => id)])).toEqual([[false, [idNamed('1')]]])
    expect(model.blocks).toBe(before)
  })

  test('touches what the formatting that ran over a marker reaches', () => {
    const { doc, heard } = listening()
    rootsOf(doc).body.format(3, 12, { strong: true })
    expect([...(heard[0]?.touched ?? [])].map(({ id }) => id)).toEqual([idNamed('1'), idNamed('2')])
  })

  test('makes the layout anew for a marker, a flag and a move, not for a kind', () => {
    const { doc, heard } = listening()
    const { clauses, moves } = rootsOf(doc)
    entryOf(clauses, idNamed('2'))?.set('kind', 'chapeau')
    entryOf(clauses, idNamed('2'))?.set('removed', true)
    moves.push([{ id: idNamed('1'), after: idNamed('3'), stamp: [1, 2] }])
    rootsOf(doc).body.insertEmbed(3, { clause: idNamed('new') })
    expect(heard.map(({ structural }) => structural)).toEqual([false, true, true, true])
  })
})

test('segments outlive a new reading, so that what was noted of them still holds', () => {
  const { model } = listening()
  const before = [...model.storage]
  model.load()
  expect(model.storage.every((segment, index) => segment === before[index])).toBe(true)
})

test('the highest logical time is known from moves and joins alike', () => {
  const { doc, model } = listening()
  rootsOf(doc).moves.push([{ id: idNamed('1'), after: null, stamp: [7, 2] }])
  expect(model.lamport).toBe(7)
  entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('joined', [idNamed('1'), 12, 2])
  expect(model.lamport).toBe(12)
  expect(new DraftModel(doc).lamport).toBe(12)
})

test('only the head of a clause leads to it', () => {
  const { doc, model } = listening()
  entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('joined', '<')
  expect(model.blockOf(idNamed('1'))?.segments.map(({ id }) => id)).toEqual([idNamed('1'), idNamed('2')])
  expect(model.blockOf(idNamed('2'))).toBeNull()
  expect(model.blockOf(idNamed('nobody'))).toBeNull()
})
