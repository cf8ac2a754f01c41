import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '#shared/document/yjs/roots.ts'
import { deleteBehindGap, insertAtGap, markAtGap, type Gap } from '#shared/document/yjs/yjs-gaps.ts'
import { firstItem, noteFormatting } from '#shared/document/yjs/yjs-internals.ts'
import { copyOf, draftWith } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

/** Where unit `index` of the body begins: behind the unit before it. */
function gapBefore(body: Y.Text, index: number): Gap {
  let left = index
  for (let item = firstItem(body); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (left <= item.length) return { item, units: left }
    left -= item.length
  }
  throw new Error(`no unit ${index - 1}`)
}

const anyAct = fc.record({
  what: fc.constantFrom('insert', 'delete', 'format', 'elsewhere', 'mark'),
  at: fc.nat(60),
  length: fc.integer({ min: 1, max: 5 }),
})

/** The formatting of the unit before `index`. */
function formatBefore(body: Y.Text, index: number): object {
  let left = index
  for (const { insert, attributes = {} } of body.toDelta() as readonly { insert: unknown; attributes?: object }[]) {
    left -= typeof insert === 'string' ? insert.length : 1
    if (left <= 0) return attributes
  }
  return {}
}

/** Two docs of one client: in `plain` all is done by Y.Text, in `quick` what can be done at a gap is done there. */
function twins(hasFormatting: boolean) {
  const seeded = draftWith(par('The Parties shall'))
  if (hasFormatting) rootsOf(seeded).body.format(5, 7, { em: true })
  const copies = { plain: copyOf(seeded, 2), quick: copyOf(seeded, 2) }
  if (hasFormatting) for (const doc of Object.values(copies)) noteFormatting(rootsOf(doc).body)
  return copies
}

describe('[DC9] what is written at a gap', () => {
  test('is what Y.Text would have written, with the same formatting, and leaves Y.Text able to go on', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), fc.boolean(), (acts, hasFormatting) => {
        const { plain, quick } = twins(hasFormatting)
        const copy = copyOf(quick, 3)
        quick.on('update', (update: Uint8Array) => Y.applyUpdate(copy, update))
        const [slow, fast] = [rootsOf(plain).body, rootsOf(quick).body]
        for (const { what, at, length } of acts) {
          const index = 1 + (at % fast.length)
          const size = Math.min(length, fast.length - index)
          const text = 'xyz12'.slice(0, length)
          const fastToo = what === 'format' ? () => fast.format(index, size, { strong: true }) : () => fast.insert(index, text)
          if (what === 'insert' || what === 'elsewhere') slow.insert(index, text)
          else if (what === 'mark') slow.insertEmbed(index, { clause: idNamed(text) }, formatBefore(slow, index))
          else if (what === 'delete') slow.delete(index, size)
          else slow.format(index, size, { strong: true })
          quick.transact((transaction) => {
            if (what === 'insert') insertAtGap(transaction, gapBefore(fast, index), text)
            else if (what === 'mark') markAtGap(transaction, gapBefore(fast, index), idNamed(text))
            else if (what !== 'delete') fastToo()
            else if (size > 0 && !deleteBehindGap(transaction, gapBefore(fast, index), size)) fast.delete(index, size)
          })
          expect(fast.toDelta()).toEqual(slow.toDelta())
          expect(fast.length).toBe(slow.length)
        }
        expect(rootsOf(copy).body.toDelta()).toEqual(fast.toDelta())
      }),
    )
  })

  test('goes between the halves of a run of words as one item more', () => {
    const { quick } = twins(false)
    const { body } = rootsOf(quick)
    quick.transact((transaction) => insertAtGap(transaction, gapBefore(body, 4), 'two '))
    expect(body.toDelta()).toMatchObject([{ insert: {} }, { insert: 'Thetwo  Parties shall' }])
    expect(quick.store.clients.get(2)).toHaveLength(1)
  })

  test('leaves Y.Text knowing where an index is, which it notes in a body without formatting', () => {
    const { quick } = twins(false)
    const { body } = rootsOf(quick)
    body.insert(12, 'A')
    quick.transact((transaction) => insertAtGap(transaction, gapBefore(body, 1), 'new '))
    body.insert(12, 'B')
    quick.transact((transaction) => deleteBehindGap(transaction, gapBefore(body, 1), 4))
    body.insert(12, 'C')
    expect(body.toJSON()).toBe('The ParBtieCsA shall')
  })

  test('is not deleted where Yjs has something to tidy: beside formatting, over an embed, beyond the end', () => {
    const { quick } = twins(true)
    const { body } = rootsOf(quick)
    body.insertEmbed(3, { ref: 1 })
    const before = Y.encodeStateAsUpdate(quick)
    const tried = ([[1, 4], [4, 4], [10, 3], [14, 99]] as const).map(([index, length]) =>
      quick.transact((transaction) => deleteBehindGap(transaction, gapBefore(body, index), length)),
    )
    expect(tried).toEqual([false, false, false, false])
    expect(Y.encodeStateAsUpdate(quick)).toEqual(before)
    expect(quick.transact((transaction) => deleteBehindGap(transaction, gapBefore(body, 1), 1))).toBe(true)
  })
})
