import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import {
  broughtBy,
  changedEntries,
  contentOf,
  eachTouchedItem,
  findSpot,
  firstItem,
  hasChanged,
  hasFormatItem,
  noteFormatting,
  spotBehind,
  takenBy,
  undoMayDelete,
  type BodyItem,
} from '#shared/document/yjs/yjs-internals.ts'
import { copyOf, draftWith } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

const itemsOf = (body: Y.Text): readonly BodyItem[] => {
  const items: BodyItem[] = []
  for (let item = firstItem(body); item !== null; item = item.right) items.push(item)
  return items
}

/** Runs `act` in one transaction and `look` while its observers run. */
function during(doc: Y.Doc, act: () => void, look: (transaction: Y.Transaction) => void): void {
  doc.once('afterTransaction', look)
  doc.transact(act)
}

test('this was read against yjs 13.6.33: read it again before another version', () => {
  const { version } = createRequire(import.meta.url)('yjs/package.json') as { version: string }
  expect(version).toBe('13.6.33')
})

describe('what stands in the body', () => {
  test('a type of a newer client is an atom one unit long', () => {
    const doc = draftWith(par('ab'))
    const { body } = rootsOf(doc)
    body.insertEmbed(2, new Y.Map())
    expect(itemsOf(body).map(contentOf)).toContainEqual({ what: 'embed', embed: null })
    expect(body.length).toBe(4)
  })

  test('formatting that arrived before the body was asked for is unknown to Yjs until it is told', () => {
    const doc = draftWith(par('one two'))
    expect(hasFormatItem(rootsOf(doc).body)).toBe(false)
    rootsOf(doc).body.format(1, 3, { em: true })
    const emphasised = (tell: boolean) => {
      const { body } = rootsOf(copyOf(doc, 2))
      expect(hasFormatItem(body)).toBe(true)
      if (tell) noteFormatting(body)
      body.insert(4, 'X')
      return (body.toDelta() as readonly { insert: unknown; attributes?: unknown }[]).find(({ attributes }) => attributes !== undefined)?.insert
    }
    expect(emphasised(true)).toBe('oneX')
    expect(emphasised(false), 'Yjs now knows by itself: noteFormatting can go').toBe('one')
  })
})

describe('what a transaction did', () => {
  test('brought, taken, or neither', () => {
    const doc = draftWith(par('abc'))
    const { body } = rootsOf(doc)
    const seen: unknown[] = []
    during(
      doc,
      () => {
        body.insert(2, 'X')
        body.insert(3, 'Y')
        body.delete(3, 2)
      },
      (transaction) => {
        for (const item of itemsOf(body)) seen.push([item.deleted, broughtBy(transaction, item), takenBy(transaction, item)])
      },
    )
    expect(seen).toEqual([
      [false, false, false], // marker
      [false, false, false], // a
      [false, true, false], // X
      [true, true, false], // Y, gone before anybody saw it
      [true, false, true], // b
      [false, false, false], // c
    ])
  })

  test('touches the items of the body it inserted or deleted, not those of an entry', () => {
    const doc = draftWith(par('abc'), par('def'))
    const { body, clauses } = rootsOf(doc)
    const touched: string[] = []
    during(
      doc,
      () => {
        body.delete(5, 1)
        body.insert(2, 'X')
        writeEntry(clauses, idNamed('new'), { kind: 'text', depth: 0, number: null, from: null, heads: true })
      },
      (transaction) => eachTouchedItem(transaction, body, (item) => touched.push(item.deleted ? 'gone' : JSON.stringify(contentOf(item)))),
    )
    expect(touched.sort()).toEqual(['gone', JSON.stringify({ what: 'text', text: 'X' })])
  })

  test('changes entries it makes and entries it writes into, down to no deeper', () => {
    const doc = draftWith(par('one'), par('two'), par('three'))
    const { clauses, moves } = rootsOf(doc)
    const entry = clauses.get(idNamed('2'))
    let changed: ReadonlySet<string> = new Set()
    let movesChanged = true
    during(
      doc,
      () => {
        writeEntry(clauses, idNamed('new'), { kind: 'text', depth: 0, number: null, from: null, heads: true })
        if (entry instanceof Y.Map) entry.set('kind', 'chapeau')
      },
      (transaction) => {
        changed = changedEntries(transaction, clauses)
        movesChanged = hasChanged(transaction, moves)
      },
    )
    expect([...changed].sort()).toEqual([idNamed('2'), idNamed('new')])
    expect(movesChanged).toBe(false)
    during(
      doc,
      () => moves.push([{}]),
      (transaction) => {
        movesChanged = hasChanged(transaction, moves)
      },
    )
    expect(movesChanged).toBe(true)
  })
})

test('[DC2] undo may delete words, moves and flags, never what makes a clause or tells of its removal', () => {
  const doc = draftWith(par('one'))
  doc.clientID = 7
  const { body, clauses, moves } = rootsOf(doc)
  const made: [string, Y.Item][] = []
  const note = (name: string, act: () => void) => {
    const from = Y.getState(doc.store, 7)
    doc.transact(act)
    for (const item of doc.store.clients.get(7) ?? []) if (item instanceof Y.Item && item.id.clock >= from) made.push([`${name}${item.parentSub ? `.${item.parentSub}` : ''}`, item])
  }
  const id = idNamed('new')
  const entry = () => clauses.get(id) as Y.Map<unknown>
  note('word', () => body.insert(2, 'X'))
  note('marker', () => body.insertEmbed(2, { clause: id }))
  note('move', () => moves.push([{ id }]))
  note('entry', () => writeEntry(clauses, id, { kind: 'text', depth: 0, number: null, from: idNamed('1'), heads: true }))
  note('flag', () => entry().set('removed', true))
  note('later', () => entry().set('kind', 'item'))
  note('stamp', () => (entry().get('removals') as Y.Array<unknown>).push([{}]))
  const may = made.filter(([, item]) => undoMayDelete(item, { body, clauses })).map(([name]) => name)
  expect(may).toEqual(['word', 'move', 'entry.joined', 'flag.removed', 'later.kind'])
})

describe('a spot behind a unit', () => {
  test('is found with the units before it, wherever the item was cut since', () => {
    const doc = draftWith(par('abcdef'))
    const { body } = rootsOf(doc)
    const word = itemsOf(body)[1]
    const spot = word && spotBehind(word, 3)
    body.insert(3, 'XX')
    const found = spot && findSpot(doc, body, spot)
    expect(found && [contentOf(found.item), found.units]).toEqual([{ what: 'text', text: 'cdef' }, 2])
  })

  test('has no units once its character is gone, and is nothing where it never was', () => {
    const doc = draftWith(par('abc'))
    const { body, clauses } = rootsOf(doc)
    const [marker, word] = itemsOf(body)
    body.delete(2, 1)
    const gone = word && findSpot(doc, body, spotBehind(word, 1))
    expect([gone?.item.deleted, gone?.units]).toEqual([true, 0])
    expect(marker && findSpot(doc, body, spotBehind(marker, 0))?.units).toBe(1)
    for (const spot of [{ client: 99, clock: 0 }, { client: 1, clock: 9999 }, { client: 1, clock: -1 }]) expect(findSpot(doc, body, spot)).toBeNull()
    const entry = clauses.get(idNamed('1'))
    const inEntry = entry instanceof Y.Map ? entry._item?.id : undefined
    expect(inEntry && findSpot(doc, body, inEntry)).toBeNull()
  })

})

