import { Fragment, Slice } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { assignIds } from '#shared/document/writing/ids.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { idOf, nodesOf } from '#shared/document/model/projection.ts'
import { draftSchema } from '#shared/document/editor/schema.ts'
import { windowOf } from '#shared/document/model/window.ts'
import { draftWith } from '../../../support/drafts.ts'
import { idNamed, named, par } from '../../../support/treaty.ts'
import { countedIds } from '../desk.ts'

const NAMES = ['a', 'b', 'c', 'd']
const texts = fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 4 })
const anyDraft = fc.array(texts, { minLength: 1, maxLength: 4 })
/** Clauses to paste: with an id of the draft, with one of another draft, or with none. */
const anyPaste = fc.array(fc.record({ id: fc.constantFrom(...NAMES.map(idNamed), idNamed('foreign'), 'odd', null), text: texts }), { maxLength: 3 })
const anyStep = fc.record({ from: fc.nat(30), to: fc.nat(30), paste: anyPaste, open: fc.constantFrom(0, 1) })

const clause = (id: string | null, text: string) => draftSchema.node('clause', { id, kind: 'paragraph' }, text === '' ? [] : [draftSchema.text(text)])

/** The ids that a replacement of a stretch gives, next to those the draft had. */
function given(draft: readonly string[], { from, to, paste, open }: typeof anyStep extends fc.Arbitrary<infer One> ? One : never) {
  const model = new DraftModel(draftWith(...draft.map((text, index) => named(NAMES[index] ?? '', par(text)))))
  const base = draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)])
  const ends = [from, to].map((end) => end % (base.content.size + 1)).sort((a, b) => a - b)
  const transform = new Transform(base)
  const isOpen = open === 1 && paste.length > 0 ? 1 : 0
  transform.replace(ends[0] ?? 0, ends[1] ?? 0, new Slice(Fragment.fromArray(paste.map(({ id, text }) => clause(id, text))), isOpen, isOpen))
  const window = windowOf(base, transform.doc, transform.steps[0] ?? null)
  const baseIds = model.blocks.map(({ head }) => head.id)
  const ids = assignIds({ window, base, revised: transform.doc, baseIds, gone: new Map(), model, newId: countedIds(700) })
  return { window, base, revised: transform.doc, baseIds, ids, outside: baseIds.toSpliced(window.from, window.before) }
}

const isNew = (id: ClauseId): boolean => id.startsWith('c_00000007')

test('[DC6] after any replacement each clause has one id, of its window or new, and no two have the same', () => {
  fc.assert(
    fc.property(anyDraft, anyStep, (draft, step) => {
      const { window, baseIds, ids, outside } = given(draft, step)
      expect(ids).toHaveLength(window.after)
      expect(new Set([...ids, ...outside]).size).toBe(ids.length + outside.length)
      const inWindow = baseIds.slice(window.from, window.from + window.before)
      expect(ids.every((id) => isNew(id) || inWindow.includes(id))).toBe(true)
    }),
  )
})

test('[DC6] a clause that stays the node it was keeps its id', () => {
  fc.assert(
    fc.property(anyDraft, anyStep, (draft, step) => {
      const { window, base, revised, baseIds, ids } = given(draft, step)
      const kept = ids.flatMap((id, index) => {
        const node = revised.child(window.from + index)
        const at = baseIds.findIndex((_, old) => old >= window.from && old < window.from + window.before && base.child(old) === node)
        return at < 0 ? [] : [[id, baseIds[at]]]
      })
      expect(kept.every(([id, old]) => id === old)).toBe(true)
    }),
  )
})

test('[DC6] words typed or deleted inside one clause never change its id', () => {
  fc.assert(
    fc.property(anyDraft, fc.nat(3), fc.nat(4), (draft, which, offset) => {
      const index = which % draft.length
      const at = draft.slice(0, index).reduce((pos, text) => pos + text.length + 2, 1)
      const from = at + (offset % ((draft[index]?.length ?? 0) + 1))
      const { ids, window } = given(draft, { from, to: at + (draft[index]?.length ?? 0), paste: [], open: 0 })
      expect([ids, window.before].flat()).toEqual(window.before === 0 ? [0] : [idNamed(NAMES[index] ?? ''), 1])
    }),
  )
})

test('[DC6] an id that the draft holds already is not given to a new clause', () => {
  const model = new DraftModel(draftWith(named('a', par('words'))))
  const base = draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)])
  const transform = new Transform(base).split(3)
  const drawn = ['a', 'a', 'b'].map(idNamed)
  const ids = assignIds({
    window: windowOf(base, transform.doc, transform.steps[0] ?? null),
    base,
    revised: transform.doc,
    baseIds: [idNamed('a')],
    gone: new Map(),
    model,
    newId: () => drawn.shift() ?? idNamed('c'),
  })
  expect(ids).toEqual([idNamed('a'), idNamed('b')])
  expect(parseClauseId(idOf(transform.doc.child(1)))).toBe(idNamed('a'))
})
