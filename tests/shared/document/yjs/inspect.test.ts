import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate, seedDraft } from '#shared/document/index.ts'
import { paragraphs, twoAt } from '../desk.ts'

const ID = 'c_0000000000'

function seeded(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  seedDraft(doc, paragraphs(['one', 'two', 'three']))
  return doc
}

/** The update that `change` makes on somebody's copy of `doc`. */
function updateOf(doc: Y.Doc, change: (copy: Y.Doc) => void, client = 9): Uint8Array {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => change(copy))
  return Y.mergeUpdates(updates)
}

const typing = (copy: Y.Doc): void => copy.getText('body').insert(2, 'x')

describe('the server looks at an update', () => {
  test('[DC6] and names the clients that are new with it', () => {
    const doc = seeded()
    const update = updateOf(doc, typing)
    expect(inspectUpdate(doc, update)).toEqual({ clients: [9], refusal: null })
    Y.applyUpdate(doc, update)
    expect(inspectUpdate(doc, update)).toEqual({ clients: [], refusal: null })
    expect(inspectUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc)).clients.toSorted((a, b) => a - b)).toEqual([1, 9])
  })

  test('[DC6] everything an editor does passes', () => {
    const [a] = twoAt('one', 'two', 'three')
    const server = new Y.Doc()
    seedDraft(server, paragraphs(['one', 'two', 'three']))
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc))
    a.sent.length = 0
    a.split(0, 1)
    a.merge(2)
    a.remove(0)
    a.down(0)
    for (let acts = 0; acts < 4; acts++) a.sync.undo()
    for (let acts = 0; acts < 4; acts++) a.sync.redo()
    for (const update of a.sent) {
      expect(inspectUpdate(copy, update).refusal).toBe(null)
      Y.applyUpdate(copy, update)
    }
  })

  test('[DC6] and refuses the deletion of a marker, be it there or under way', () => {
    const doc = seeded()
    expect(inspectUpdate(doc, updateOf(doc, (copy) => copy.getText('body').delete(0, 1))).refusal).toBe('marker-deleted')
    expect(inspectUpdate(doc, updateOf(doc, (copy) => copy.getText('body').delete(2, 6))).refusal).toBe('marker-deleted')
    const marker = updateOf(doc, (copy) => copy.getText('body').insertEmbed(2, { clause: 'c_0000000009' }))
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, marker)
    const deletion = updateOf(copy, (other) => other.getText('body').delete(2, 1), 10)
    expect(inspectUpdate(doc, Y.mergeUpdates([marker, deletion])).refusal).toBe('marker-deleted')
  })

  test('[DC6] and the deletion or replacement of an entry, also where the deletion is left unsaid', () => {
    const doc = seeded()
    expect(inspectUpdate(doc, updateOf(doc, (copy) => copy.getMap('clauses').delete(ID))).refusal).toBe('marker-deleted')
    const replacing = updateOf(doc, (copy) => copy.getMap('clauses').set(ID, new Y.Map()))
    expect(inspectUpdate(doc, replacing).refusal).toBe('marker-deleted')
    const fromNowhere = new Y.Doc()
    fromNowhere.getMap('clauses').set(ID, 'mine')
    expect(inspectUpdate(doc, Y.encodeStateAsUpdate(fromNowhere)).refusal).toBe('marker-deleted')
    const twice = new Y.Doc()
    twice.getMap('clauses').set('c_0000000009', 1)
    twice.getMap('clauses').set('c_0000000009', 2)
    expect(inspectUpdate(doc, Y.encodeStateAsUpdate(twice)).refusal).not.toBe('frame-malformed')
  })

  test('[DC6] words, flags, moves and other embeds may go', () => {
    const doc = seeded()
    doc.getText('body').insertEmbed(2, { note: 1 })
    const update = updateOf(doc, (copy) => {
      copy.getText('body').delete(1, 2)
      const entry = copy.getMap('clauses').get(ID)
      if (entry instanceof Y.Map) {
        entry.set('removed', true)
        entry.delete('kind')
      }
    })
    expect(inspectUpdate(doc, update)).toEqual({ clients: [9], refusal: null })
  })

  test('what is no update is malformed', () => {
    for (const bytes of [[], [1], [255, 255, 255, 255], [1, 1, 1, 0, 99]]) {
      expect(inspectUpdate(seeded(), Uint8Array.from(bytes)).refusal).toBe('frame-malformed')
    }
  })

  test('an update whose beginnings are under way passes, and names whose words it stands on or deletes that are not here yet', () => {
    const doc = seeded()
    const first = updateOf(doc, typing)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, first)
    const second = updateOf(copy, (other) => other.getText('body').insert(3, 'y'), 10)
    expect(inspectUpdate(doc, second)).toEqual({ clients: [10, 9], refusal: null })
    const deletion = updateOf(copy, (other) => other.getText('body').delete(2, 1), 10)
    expect(inspectUpdate(doc, deletion)).toEqual({ clients: [9], refusal: null })
  })

  test('[DC18] what waits is bounded: then nothing more may come that has to wait, and everything else still may', () => {
    const doc = seeded()
    const far = new Y.Doc()
    Y.applyUpdate(far, Y.encodeStateAsUpdate(doc))
    /** What client `client` writes second; its first words stay under way. */
    const early = (client: number, words: string): Uint8Array => {
      const updates: Uint8Array[] = []
      const copy = new Y.Doc()
      copy.clientID = client
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(far))
      copy.on('update', (update: Uint8Array) => updates.push(update))
      copy.getText('body').insert(2, 'begun')
      copy.getText('body').insert(7, words)
      return updates[1] ?? new Uint8Array()
    }
    const waiting = Array.from({ length: 30 }, (_, at) => early(100 + at, 'word '.repeat(2_000)))
    const refusals = waiting.map((update) => {
      const { refusal } = inspectUpdate(doc, update)
      if (refusal === null) Y.applyUpdate(doc, update)
      return refusal
    })
    const first = refusals.indexOf('too-large')
    expect(first).toBeGreaterThan(20)
    expect(new Set(refusals.slice(first))).toEqual(new Set(['too-large']))
    expect(inspectUpdate(doc, waiting[0] ?? new Uint8Array()).refusal).toBe(null) // said again, it waits no more than it did
    expect(inspectUpdate(doc, updateOf(doc, typing, 55)).refusal).toBe(null)
    expect(inspectUpdate(doc, updateOf(doc, (copy) => copy.getText('body').delete(2, 1), 56)).refusal).toBe(null)
  })
})
