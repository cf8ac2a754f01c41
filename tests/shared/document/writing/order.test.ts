import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { longestRise, orderAs } from '#shared/document/writing/order.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { DraftWriter } from '#shared/document/writing/writer.ts'
import { draftWith, textsOf } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

/** The length of the longest rise, by trying every choice. */
function longest(values: readonly number[], above = -1): number {
  const [first, ...rest] = values
  if (first === undefined) return 0
  const without = longest(rest, above)
  return first > above ? Math.max(without, 1 + longest(rest, first)) : without
}

test('the longest rise rises, is as long as any, and leaves out what is negative', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 8 }), { maxLength: 9 }), (values) => {
      const rise = [...longestRise(values)].sort((a, b) => a - b).map((index) => values[index] ?? -1)
      expect(rise).toHaveLength(longest(values))
      expect(rise.every((value, index) => value >= 0 && value > (rise[index - 1] ?? -1))).toBe(true)
    }),
  )
})

const NAMES = ['1', '2', '3', '4', '5']
const anyOrder = fc.shuffledSubarray(NAMES, { minLength: 5 }).map((names) => names.map(idNamed))
const writerOn = (texts: readonly string[]) => {
  const doc = draftWith(...texts.map((text) => par(text)))
  return { doc, writer: new DraftWriter(new DraftModel(doc)) }
}
const order = (writer: DraftWriter, wanted: readonly ClauseId[], movers: readonly ClauseId[] = []): boolean => {
  const { doc } = writer.model
  return doc.transact(() => orderAs(writer, wanted, new Set(movers)))
}

describe('the order that an editor shows', () => {
  test('[DC5] is reached from any other, again and again, by the fewest moves', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 4 }), (orders) => {
        const { doc, writer } = writerOn(NAMES)
        for (const wanted of orders) {
          const ranks = wanted.map((id) => writer.model.blockOf(id)?.index ?? -1)
          const before = writer.model.moves.length
          expect(order(writer, wanted)).toBe(true)
          expect(new DraftModel(doc).blocks.map(({ head }) => head.id)).toEqual(wanted)
          expect(writer.model.moves.length - before).toBe(5 - longest(ranks))
        }
      }),
    )
  })

  test('[DC5] is reached with clauses of several segments, split-off ones and removed ones among them', () => {
    const anyFlags = fc.array(fc.constantFrom('alone', 'joined', 'far', 'split', 'removed'), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(anyFlags, fc.array(anyOrder, { minLength: 1, maxLength: 4 }), (flags, orders) => {
        const doc = draftWith(...NAMES.map((name) => par(name)))
        flags.forEach((flag, index) => {
          const entry = entryOf(rootsOf(doc).clauses, idNamed(NAMES[index] ?? ''))
          if (flag === 'joined') entry?.set('joined', '<')
          if (flag === 'far') entry?.set('joined', [idNamed('2'), 1, 1])
          if (flag === 'split') entry?.set('from', idNamed(NAMES[index - 1] ?? '1'))
          if (flag === 'removed') entry?.set('removed', true)
        })
        const writer = new DraftWriter(new DraftModel(doc))
        const texts = new Set(textsOf(doc))
        for (const all of orders) {
          const wanted = all.filter((id) => writer.model.blockOf(id) !== null)
          expect(order(writer, wanted)).toBe(true)
          expect(new DraftModel(doc).blocks.map(({ head }) => head.id)).toEqual(wanted)
          expect(new Set(textsOf(doc))).toEqual(texts)
        }
      }),
    )
  })

  test('[DC5] moves the clause that was meant, not its neighbour', () => {
    for (const mover of ['2', '3'].map(idNamed)) {
      const { writer } = writerOn(NAMES)
      expect(order(writer, ['1', '3', '2', '4', '5'].map(idNamed), [mover])).toBe(true)
      expect(writer.model.moves.map(({ id }) => id)).toEqual([mover])
    }
  })

  test('[DC5] that is there already writes nothing', () => {
    const { doc, writer } = writerOn(NAMES)
    let updates = 0
    doc.on('update', () => updates++)
    expect(order(writer, NAMES.map(idNamed))).toBe(true)
    expect(updates).toBe(0)
  })

  test('[DC5] leaves in its place what was split off and is a clause of its own', () => {
    const { doc, writer } = writerOn(['one', 'two', 'three'])
    entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('from', idNamed('1'))
    writer.model.load()
    expect(order(writer, ['2', '3', '1'].map(idNamed), [idNamed('1')])).toBe(true)
    expect(writer.model.moves).toMatchObject([{ id: idNamed('1'), after: idNamed('3'), stay: [idNamed('2')] }])
  })

  test('that names a clause which is not shown cannot be reached, and says so', () => {
    const { writer } = writerOn(['one', 'two'])
    expect(order(writer, [idNamed('2'), idNamed('nobody'), idNamed('1')])).toBe(false)
  })
})
