import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkChain, type ChainedEntry } from '#server/storage/journal/index.ts'
import { anyEntry, anyWords, chainOf, entryOf } from './entries.ts'

const anyChain = fc.array(anyEntry, { minLength: 2, maxLength: 8 }).map(chainOf)
const anyPlace = fc.nat()

const FIELDS = ['negotiationId', 'position', 'at', 'memberId', 'name', 'delegation', 'act', 'subject', 'textId', 'digest', 'hash'] as const

/** `entry` with one letter of one field put in, taken away or exchanged; null where that says the same. */
function altered(entry: ChainedEntry, field: (typeof FIELDS)[number], { at, letter }: Readonly<{ at: number; letter: string }>): ChainedEntry | null {
  if (field === 'position') return null // the order of positions is the order of the chain: see removal and exchange
  const before = entry[field]
  const place = at % ((before?.length ?? 0) + 1)
  const after = before === null ? letter : before.slice(0, place) + letter + before.slice(place + (at % 2))
  return after === before ? null : { ...entry, [field]: after }
}

describe('[JR4] the check of a chain', () => {
  test('finds nothing in one that is as it was written', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        expect(checkChain(chain)).toEqual([])
      }),
    )
    expect(checkChain([])).toEqual([])
  })

  test('names an entry of which any field was changed', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, fc.record({ field: fc.constantFrom(...FIELDS), at: anyPlace, letter: anyWords }), (chain, n, { field, ...how }) => {
        const at = n % chain.length
        const entry = chain[at]
        const changed = entry === undefined ? null : altered(entry, field, how)
        fc.pre(changed !== null)
        expect(checkChain(chain.with(at, changed))).toEqual([{ fault: 'broken', position: at + 1 }])
      }),
      { numRuns: 1_000 },
    )
  })

  test('tells no field from nothing: an empty text is not the same as none', () => {
    const chain = chainOf([entryOf({ textId: null }), entryOf({ digest: '' })])
    const [first, second] = chain
    if (first === undefined || second === undefined) throw new Error('a chain of two')
    expect(checkChain([{ ...first, textId: '' }, second])).toHaveLength(1)
    expect(checkChain([first, { ...second, digest: null }])).toHaveLength(1)
    expect(checkChain([{ ...first, name: first.delegation, delegation: first.name }, second])).toHaveLength(1)
  })

  test('names what is missing, wherever it stood but at the end', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, n) => {
        const at = n % (chain.length - 1)
        expect(checkChain(chain.toSpliced(at, 1))).toEqual([{ fault: 'missing', position: at + 1 }])
      }),
    )
  })

  test('notices a gap that was closed', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, n) => {
        const at = n % (chain.length - 1)
        const closed = chain.toSpliced(at, 1).map((entry, i) => ({ ...entry, position: i + 1 }))
        expect(checkChain(closed)[0]).toEqual({ fault: 'broken', position: at + 1 })
      }),
    )
  })

  test('notices two entries that were exchanged', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, anyPlace, (chain, n, m) => {
        const [i, j] = [n % chain.length, m % chain.length].sort((a, b) => a - b)
        const [one, other] = [chain[i ?? 0], chain[j ?? 0]]
        fc.pre(i !== undefined && j !== undefined && i !== j && one !== undefined && other !== undefined)
        const exchanged = chain.with(i, { ...other, position: one.position }).with(j, { ...one, position: other.position })
        const broken = checkChain(exchanged).map(({ position }) => position)
        expect(broken).toEqual(expect.arrayContaining([i + 1, j + 1]))
      }),
    )
  })

  test('notices an entry that was put in, also one that was hashed by the book', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, anyEntry, (chain, n, forged) => {
        const at = n % chain.length
        const [intruder] = chainOf([...chain.slice(0, at), forged]).slice(-1)
        fc.pre(intruder !== undefined)
        const behind = chain.slice(at).map((entry) => ({ ...entry, position: entry.position + 1 }))
        expect(checkChain([...chain.slice(0, at), intruder, ...behind]).map(({ position }) => position)).toContain(at + 2)
      }),
    )
  })

  test('notices an entry that was changed and hashed anew', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, n) => {
        const at = n % (chain.length - 1)
        const [forged] = chainOf(chain.slice(0, at + 1).with(at, { ...entryOf({ subject: 'something else' }), position: 0, hash: '' })).slice(-1)
        fc.pre(forged !== undefined && forged.hash !== chain[at]?.hash)
        expect(checkChain(chain.with(at, forged))).toEqual([{ fault: 'broken', position: at + 2 }])
      }),
    )
  })

  test('notices a cut-off end by a head alone', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, n) => {
        const kept = chain.slice(0, n % chain.length)
        expect(checkChain(kept)).toEqual([])
        expect(kept.map(({ hash }) => hash)).not.toContain(chain.at(-1)?.hash)
      }),
    )
  })
})
