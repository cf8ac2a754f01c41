import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLAUSE_KINDS, MAX_DEPTH } from '#shared/clauses/index.ts'
import { entryOf, readFlags, readMoves, rootsOf, writeEntry } from '#shared/document/yjs/roots.ts'
import { idNamed } from '../../../support/treaty.ts'

const ID = idNamed('one')
const OTHER = idNamed('two')
const junk = fc.oneof(
  fc.constantFrom(null, '<', '', 'paragraph', -1, 2, 99, 2.5, 1e300, true, [], {}),
  fc.constantFrom([ID, 1, 2], [ID, 1], [ID, '1', 2], ['nobody', 1, 2], [ID, -1, 2]),
  fc.jsonValue(),
)

function entryWith(values: Readonly<Record<string, unknown>>) {
  const { clauses } = rootsOf(new Y.Doc())
  const entry = new Y.Map<unknown>()
  clauses.set(ID, entry)
  for (const [key, value] of Object.entries(values)) entry.set(key, value)
  return clauses
}

describe('the entry of a clause', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLAUSE_KINDS), fc.nat(MAX_DEPTH), fc.option(fc.string()), (kind, depth, number) => {
        const { clauses } = rootsOf(new Y.Doc())
        writeEntry(clauses, ID, { kind, depth, number, from: OTHER, heads: true })
        expect(readFlags(clauses, ID)).toEqual({ kind, unknownKind: null, depth, number, joined: null, from: OTHER, removed: false })
      }),
    )
  })

  test('continues the one before it until it is said to head a clause', () => {
    const { clauses } = rootsOf(new Y.Doc())
    writeEntry(clauses, ID, { kind: 'text', depth: 0, number: null, from: null, heads: false })
    expect(readFlags(clauses, ID).joined).toBe('<')
    entryOf(clauses, ID)?.set('joined', null)
    expect(readFlags(clauses, ID).joined).toBeNull()
  })

  test('says "heads a clause" by its last item alone, so that undo can take back nothing but this', () => {
    const doc = new Y.Doc()
    doc.clientID = 5
    writeEntry(rootsOf(doc).clauses, ID, { kind: 'text', depth: 0, number: null, from: null, heads: true })
    const last = doc.store.clients.get(5)?.at(-1)
    expect(last instanceof Y.Item && last.parentSub).toBe('joined')
  })

  test('names what it continues, with the time it was said', () => {
    expect(readFlags(entryWith({ joined: [OTHER, 4, 77] }), ID).joined).toEqual({ id: OTHER, stamp: [4, 77] })
  })

  test('counts with defaults where odd values stand, and nothing is written back', () => {
    fc.assert(
      fc.property(fc.record({ kind: junk, depth: junk, number: junk, joined: junk, from: junk, removed: junk }), (values) => {
        const clauses = entryWith(values)
        const before = Y.encodeStateAsUpdate(clauses.doc ?? new Y.Doc())
        const flags = readFlags(clauses, ID)
        expect(CLAUSE_KINDS).toContain(flags.kind)
        expect(flags.depth).toSatisfy((depth: number) => Number.isInteger(depth) && depth >= 0 && depth <= MAX_DEPTH)
        expect(flags.number).toBe(typeof values.number === 'string' ? values.number : null)
        expect(flags.removed).toBe(values.removed === true)
        const { joined } = flags
        expect([null, '<', values.joined]).toContainEqual(joined === null || joined === '<' ? joined : [joined.id, ...joined.stamp])
        expect(flags.from).toBeNull()
        expect(Y.encodeStateAsUpdate(clauses.doc ?? new Y.Doc())).toEqual(before)
      }),
    )
  })

  test('[DC16] of a kind that is not known counts as text, and says which kind it is', () => {
    const clauses = entryWith({ kind: 'resolution', depth: 1 })
    expect(readFlags(clauses, ID)).toMatchObject({ kind: 'text', unknownKind: 'resolution', depth: 1 })
    clauses.set(ID, new Y.Map([['kind', 'footnote']]))
    expect([readFlags(clauses, ID), readFlags(clauses, ID, ['text'])]).toMatchObject([{ kind: 'footnote', unknownKind: null }, { kind: 'text', unknownKind: 'footnote' }])
  })

  test('that is missing, or no map, counts as plain text', () => {
    const { clauses } = rootsOf(new Y.Doc())
    clauses.set(OTHER, 'words')
    const plain = { kind: 'text', unknownKind: null, depth: 0, number: null, joined: null, from: null, removed: false }
    expect([readFlags(clauses, ID), readFlags(clauses, OTHER)]).toEqual([plain, plain])
    expect([entryOf(clauses, ID), entryOf(clauses, OTHER)]).toEqual([null, null])
  })
})

describe('the log of moves', () => {
  const log = (...entries: readonly unknown[]) => {
    const { moves } = rootsOf(new Y.Doc())
    moves.push([...entries])
    return readMoves(moves)
  }

  test('is read as it was written', () => {
    expect(log({ id: ID, after: OTHER, stamp: [3, 9] }, { id: OTHER, after: null, stamp: [4, 9], stay: [ID, 'nobody'] })).toEqual([
      { id: ID, after: OTHER, stamp: [3, 9], stay: [] },
      { id: OTHER, after: null, stamp: [4, 9], stay: [ID] },
    ])
  })

  test('passes over what is no move', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, fc.record({ id: junk, after: junk, stamp: junk }, { noNullPrototype: true }))), (entries) => {
        expect(log(...entries, { id: ID, after: null, stamp: [1, 2] })).toEqual([{ id: ID, after: null, stamp: [1, 2], stay: [] }])
      }),
    )
    const faulty = [{ id: ID, after: 'nobody', stamp: [1, 2] }, { id: ID, after: null, stamp: [1] }, { id: ID, stamp: [1, 2] }]
    expect(log(...faulty)).toEqual([])
  })
})
